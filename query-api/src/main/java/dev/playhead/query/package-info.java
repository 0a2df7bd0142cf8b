/// Every read: topics into tables, tables into answers.
@NullMarked
package dev.playhead.query;

import org.jspecify.annotations.NullMarked;
