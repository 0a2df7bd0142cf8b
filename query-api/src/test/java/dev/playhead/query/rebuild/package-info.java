/// New tables in the place of the old ones, on real parts.
@NullMarked
package dev.playhead.query.rebuild;

import org.jspecify.annotations.NullMarked;
