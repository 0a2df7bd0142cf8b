/// How all students together stand, as it is answered.
@NullMarked
package dev.playhead.query.audience;

import org.jspecify.annotations.NullMarked;
