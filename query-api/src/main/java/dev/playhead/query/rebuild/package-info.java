/// The next version of the tables, made from the topics beside those that are read.
@NullMarked
package dev.playhead.query.rebuild;

import org.jspecify.annotations.NullMarked;
