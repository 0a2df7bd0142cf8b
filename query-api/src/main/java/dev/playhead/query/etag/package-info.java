/// Answers that a caller has already are not sent again.
@NullMarked
package dev.playhead.query.etag;

import org.jspecify.annotations.NullMarked;
