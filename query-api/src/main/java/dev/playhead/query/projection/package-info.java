/// The topics of progress and of the audience into PostgreSQL, exactly once.
@NullMarked
package dev.playhead.query.projection;

import org.jspecify.annotations.NullMarked;
