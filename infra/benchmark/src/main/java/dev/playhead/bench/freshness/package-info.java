/// From a write to its being seen, and whether that stays so.
@NullMarked
package dev.playhead.bench.freshness;

import org.jspecify.annotations.NullMarked;
