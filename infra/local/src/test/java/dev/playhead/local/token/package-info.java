@NullMarked
package dev.playhead.local.token;

import org.jspecify.annotations.NullMarked;
