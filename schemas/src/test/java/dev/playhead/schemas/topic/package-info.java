@NullMarked
package dev.playhead.schemas.topic;

import org.jspecify.annotations.NullMarked;
