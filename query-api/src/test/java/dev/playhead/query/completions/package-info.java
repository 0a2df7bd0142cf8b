/// Pages of completions.
@NullMarked
package dev.playhead.query.completions;

import org.jspecify.annotations.NullMarked;
