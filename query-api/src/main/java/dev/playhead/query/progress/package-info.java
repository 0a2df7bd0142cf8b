/// Where a student stands, as the student's own player asks for it.
@NullMarked
package dev.playhead.query.progress;

import org.jspecify.annotations.NullMarked;
