@NullMarked
package dev.playhead.bench;

import org.jspecify.annotations.NullMarked;
