@NullMarked
package dev.playhead.testing.sample;

import org.jspecify.annotations.NullMarked;
