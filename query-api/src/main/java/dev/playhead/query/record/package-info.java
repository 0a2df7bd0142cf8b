/// Records of a topic into events.
@NullMarked
package dev.playhead.query.record;

import org.jspecify.annotations.NullMarked;
