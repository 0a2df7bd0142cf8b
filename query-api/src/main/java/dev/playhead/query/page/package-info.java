/// The page `/audience`, on which a teacher sees where viewers leave. Its files are resources; what
/// it shows, it asks the API for as any client does.
@NullMarked
package dev.playhead.query.page;

import org.jspecify.annotations.NullMarked;
