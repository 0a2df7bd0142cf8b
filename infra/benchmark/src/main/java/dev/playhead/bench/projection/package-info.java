/// The projection: ours, with its offsets in the transaction, against the same rows upserted alone.
@NullMarked
package dev.playhead.bench.projection;

import org.jspecify.annotations.NullMarked;
