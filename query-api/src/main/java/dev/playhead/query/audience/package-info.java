/// How all students together stand to a video, and to a course: what its teachers ask.
@NullMarked
package dev.playhead.query.audience;

import org.jspecify.annotations.NullMarked;
