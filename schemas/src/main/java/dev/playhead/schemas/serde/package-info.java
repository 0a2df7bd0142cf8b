/// Events to bytes and back, in the Confluent wire format.
@NullMarked
package dev.playhead.schemas.serde;

import org.jspecify.annotations.NullMarked;
