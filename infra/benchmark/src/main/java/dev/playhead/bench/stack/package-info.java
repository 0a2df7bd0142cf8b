/// What is measured: the platform as it is shipped.
@NullMarked
package dev.playhead.bench.stack;

import org.jspecify.annotations.NullMarked;
