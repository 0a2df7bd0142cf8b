/// The flow around the fold: what comes in from which topic, what is kept, what goes out where.
@NullMarked
package dev.playhead.streams.topology;

import org.jspecify.annotations.NullMarked;
