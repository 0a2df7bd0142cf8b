/// The courses as they are now, in memory.
@NullMarked
package dev.playhead.query.catalog;

import org.jspecify.annotations.NullMarked;
