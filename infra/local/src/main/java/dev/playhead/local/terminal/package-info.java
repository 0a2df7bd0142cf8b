/// What is said to whoever started it.
@NullMarked
package dev.playhead.local.terminal;

import org.jspecify.annotations.NullMarked;
