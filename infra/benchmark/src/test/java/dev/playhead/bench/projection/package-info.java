@NullMarked
package dev.playhead.bench.projection;

import org.jspecify.annotations.NullMarked;
