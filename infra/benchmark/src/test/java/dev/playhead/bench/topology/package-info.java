@NullMarked
package dev.playhead.bench.topology;

import org.jspecify.annotations.NullMarked;
