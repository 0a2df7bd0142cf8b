/// Memory: what a school year leaves on disk for a student and a video, and what the services take.
@NullMarked
package dev.playhead.bench.memory;

import org.jspecify.annotations.NullMarked;
