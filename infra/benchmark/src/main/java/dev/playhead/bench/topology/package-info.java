/// The topology: ours, exactly once, against the reads and writes of its stores and what it says, alone.
@NullMarked
package dev.playhead.bench.topology;

import org.jspecify.annotations.NullMarked;
