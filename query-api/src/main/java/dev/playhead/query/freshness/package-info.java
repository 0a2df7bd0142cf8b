/// Reading your own write: whether an answer holds what a caller has written.
@NullMarked
package dev.playhead.query.freshness;

import org.jspecify.annotations.NullMarked;
