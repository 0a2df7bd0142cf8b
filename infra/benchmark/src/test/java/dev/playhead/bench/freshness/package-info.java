@NullMarked
package dev.playhead.bench.freshness;

import org.jspecify.annotations.NullMarked;
