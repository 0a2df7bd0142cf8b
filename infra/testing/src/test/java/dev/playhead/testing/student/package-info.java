@NullMarked
package dev.playhead.testing.student;

import org.jspecify.annotations.NullMarked;
