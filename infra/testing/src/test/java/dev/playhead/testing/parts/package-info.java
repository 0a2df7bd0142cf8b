@NullMarked
package dev.playhead.testing.parts;

import org.jspecify.annotations.NullMarked;
