/// What all lists that are read by pages have in common.
@NullMarked
package dev.playhead.query.list;

import org.jspecify.annotations.NullMarked;
