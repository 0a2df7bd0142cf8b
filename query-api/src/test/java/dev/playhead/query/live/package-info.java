@NullMarked
package dev.playhead.query.live;

import org.jspecify.annotations.NullMarked;
