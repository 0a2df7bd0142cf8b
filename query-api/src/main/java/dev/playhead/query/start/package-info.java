/// What must be there when the service starts, and what is said when it is not.
@NullMarked
package dev.playhead.query.start;

import org.jspecify.annotations.NullMarked;
