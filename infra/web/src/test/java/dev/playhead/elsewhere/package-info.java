/// Stands in for what a rule forbids.
@NullMarked
package dev.playhead.elsewhere;

import org.jspecify.annotations.NullMarked;
