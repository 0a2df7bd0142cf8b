/// What students are answered.
@NullMarked
package dev.playhead.query.progress;

import org.jspecify.annotations.NullMarked;
