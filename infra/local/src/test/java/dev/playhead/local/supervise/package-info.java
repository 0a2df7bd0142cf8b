@NullMarked
package dev.playhead.local.supervise;

import org.jspecify.annotations.NullMarked;
