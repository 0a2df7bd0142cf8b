/// What nobody should send.
@NullMarked
package dev.playhead.query.hostile;

import org.jspecify.annotations.NullMarked;
