/// What is said when the service cannot start.
@NullMarked
package dev.playhead.query.start;

import org.jspecify.annotations.NullMarked;
