/// Measures what we do against what can be done, on the same machine in the same run.
@NullMarked
package dev.playhead.bench;

import org.jspecify.annotations.NullMarked;
