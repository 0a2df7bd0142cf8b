/// Requests that nobody should send.
@NullMarked
package dev.playhead.ingest.hostile;

import org.jspecify.annotations.NullMarked;
