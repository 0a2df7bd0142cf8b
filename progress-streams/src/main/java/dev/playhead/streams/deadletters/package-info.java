/// The command `dead-letters`: what was set aside, for a person to look at and put back.
@NullMarked
package dev.playhead.streams.deadletters;

import org.jspecify.annotations.NullMarked;
