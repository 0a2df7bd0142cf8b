/// Reads: ours against the bare select of the same rows.
@NullMarked
package dev.playhead.bench.query;

import org.jspecify.annotations.NullMarked;
