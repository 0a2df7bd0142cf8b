@NullMarked
package dev.playhead.local.run;

import org.jspecify.annotations.NullMarked;
