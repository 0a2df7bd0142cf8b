/// Folds the activity of students into their progress.
@NullMarked
package dev.playhead.streams;

import org.jspecify.annotations.NullMarked;
