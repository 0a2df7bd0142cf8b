/// The fold: what a student's heartbeats say about where the student stands. Plain values and
/// functions of them; no clock, no random number, nothing of Kafka or Spring.
@NullMarked
package dev.playhead.streams.progress;

import org.jspecify.annotations.NullMarked;
