@NullMarked
package dev.playhead.local.door;

import org.jspecify.annotations.NullMarked;
