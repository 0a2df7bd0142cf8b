/// Progress as it happens: every instance reads the whole topic and tells those who listen.
@NullMarked
package dev.playhead.query.live;

import org.jspecify.annotations.NullMarked;
