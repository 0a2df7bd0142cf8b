/// A player's word on where a student stands: checked, stamped with what the catalog says, and kept.
@NullMarked
package dev.playhead.ingest.heartbeat;

import org.jspecify.annotations.NullMarked;
