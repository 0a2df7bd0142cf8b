/// Following a topic, and its records into events.
@NullMarked
package dev.playhead.query.record;

import org.jspecify.annotations.NullMarked;
