@NullMarked
package dev.playhead.local.parts;

import org.jspecify.annotations.NullMarked;
