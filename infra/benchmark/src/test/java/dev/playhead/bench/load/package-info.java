@NullMarked
package dev.playhead.bench.load;

import org.jspecify.annotations.NullMarked;
