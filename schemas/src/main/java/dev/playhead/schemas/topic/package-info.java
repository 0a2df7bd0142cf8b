/// The topics: what they are called, how they are kept, which events they hold.
@NullMarked
package dev.playhead.schemas.topic;

import org.jspecify.annotations.NullMarked;
