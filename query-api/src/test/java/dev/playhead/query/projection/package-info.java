/// The topic into the tables, on real parts.
@NullMarked
package dev.playhead.query.projection;

import org.jspecify.annotations.NullMarked;
