@NullMarked
package dev.playhead.bench.memory;

import org.jspecify.annotations.NullMarked;
