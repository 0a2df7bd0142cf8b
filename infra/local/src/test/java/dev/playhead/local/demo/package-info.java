@NullMarked
package dev.playhead.local.demo;

import org.jspecify.annotations.NullMarked;
