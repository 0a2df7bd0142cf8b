@NullMarked
package dev.playhead.schemas.id;

import org.jspecify.annotations.NullMarked;
