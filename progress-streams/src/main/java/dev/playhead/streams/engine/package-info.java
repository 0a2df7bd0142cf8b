/// Runs the flow: prepares what it stands on, starts and stops Kafka Streams, bounds its memory,
/// survives its failures, says how it is.
@NullMarked
package dev.playhead.streams.engine;

import org.jspecify.annotations.NullMarked;
