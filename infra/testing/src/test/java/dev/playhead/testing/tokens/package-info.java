@NullMarked
package dev.playhead.testing.tokens;

import org.jspecify.annotations.NullMarked;
