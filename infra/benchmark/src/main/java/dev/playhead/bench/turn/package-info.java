/// What is measured, and in which order: limit and ours in turn.
@NullMarked
package dev.playhead.bench.turn;

import org.jspecify.annotations.NullMarked;
