/// Growth: the same measurements at one size and at ten times that.
@NullMarked
package dev.playhead.bench.growth;

import org.jspecify.annotations.NullMarked;
