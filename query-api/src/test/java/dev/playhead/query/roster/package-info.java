/// What teachers are answered of their students.
@NullMarked
package dev.playhead.query.roster;

import org.jspecify.annotations.NullMarked;
