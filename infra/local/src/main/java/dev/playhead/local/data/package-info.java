/// The directory that keeps everything between runs, and who may use it.
@NullMarked
package dev.playhead.local.data;

import org.jspecify.annotations.NullMarked;
