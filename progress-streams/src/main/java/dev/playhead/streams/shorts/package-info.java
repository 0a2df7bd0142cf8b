/// Sittings with shorts: which heartbeats belong to one, and what it adds up to. Plain values and
/// functions of them, as the fold's.
@NullMarked
package dev.playhead.streams.shorts;

import org.jspecify.annotations.NullMarked;
