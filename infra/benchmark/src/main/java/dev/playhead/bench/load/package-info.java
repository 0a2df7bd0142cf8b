/// Calls at a rate of their own, and how long they took.
@NullMarked
package dev.playhead.bench.load;

import org.jspecify.annotations.NullMarked;
