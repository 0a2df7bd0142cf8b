/// What there is to see, on real parts.
@NullMarked
package dev.playhead.query.shorts;

import org.jspecify.annotations.NullMarked;
