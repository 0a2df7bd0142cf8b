/// Reads that wait for writes.
@NullMarked
package dev.playhead.query.freshness;

import org.jspecify.annotations.NullMarked;
