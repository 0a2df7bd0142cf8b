/// What all students together make of a material: how much each adds, and the sums. Plain values
/// and functions of them, as the fold's.
@NullMarked
package dev.playhead.streams.audience;

import org.jspecify.annotations.NullMarked;
