@NullMarked
package dev.playhead.testing.architecture;

import org.jspecify.annotations.NullMarked;
