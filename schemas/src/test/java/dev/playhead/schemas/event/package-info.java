@NullMarked
package dev.playhead.schemas.event;

import org.jspecify.annotations.NullMarked;
