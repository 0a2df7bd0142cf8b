/// The topic of progress into PostgreSQL, exactly once.
@NullMarked
package dev.playhead.query.projection;

import org.jspecify.annotations.NullMarked;
