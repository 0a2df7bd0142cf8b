/// Names: of events, of keys, of a place in the log.
@NullMarked
package dev.playhead.schemas.id;

import org.jspecify.annotations.NullMarked;
