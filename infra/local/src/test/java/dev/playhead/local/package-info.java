@NullMarked
package dev.playhead.local;

import org.jspecify.annotations.NullMarked;
