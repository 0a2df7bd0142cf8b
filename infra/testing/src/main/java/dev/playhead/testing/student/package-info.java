/// A simulated class that watches videos; the same seed gives the same class.
@NullMarked
package dev.playhead.testing.student;

import org.jspecify.annotations.NullMarked;
