@NullMarked
package dev.playhead.testing.stack;

import org.jspecify.annotations.NullMarked;
