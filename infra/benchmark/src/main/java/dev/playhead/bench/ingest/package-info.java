/// Writes: ours against a service, or a producer, that writes the same bytes and judges nothing, and
/// against what one would build without a log.
@NullMarked
package dev.playhead.bench.ingest;

import org.jspecify.annotations.NullMarked;
