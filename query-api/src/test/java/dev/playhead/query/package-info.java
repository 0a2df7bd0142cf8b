/// The house.
@NullMarked
package dev.playhead.query;

import org.jspecify.annotations.NullMarked;
