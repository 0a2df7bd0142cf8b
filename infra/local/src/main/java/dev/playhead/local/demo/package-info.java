/// Courses and a class that watches them, through the public API.
@NullMarked
package dev.playhead.local.demo;

import org.jspecify.annotations.NullMarked;
