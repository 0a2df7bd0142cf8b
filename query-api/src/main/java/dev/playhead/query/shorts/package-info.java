/// Shorts: what there is to see, in one row over all modules, and the sittings in which it was
/// seen.
@NullMarked
package dev.playhead.query.shorts;

import org.jspecify.annotations.NullMarked;
