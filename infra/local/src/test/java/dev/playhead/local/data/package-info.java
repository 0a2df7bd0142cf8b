@NullMarked
package dev.playhead.local.data;

import org.jspecify.annotations.NullMarked;
