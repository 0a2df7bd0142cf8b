/// Backlogs: made by the simulator, put into a topic at once, and how fast they are drained.
@NullMarked
package dev.playhead.bench.backlog;

import org.jspecify.annotations.NullMarked;
