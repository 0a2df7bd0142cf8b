/// Who is in a course, and how far: what its teachers ask.
@NullMarked
package dev.playhead.query.roster;

import org.jspecify.annotations.NullMarked;
