/// Reading what a caller wrote, with all that is wrong with it told at once.
@NullMarked
package dev.playhead.ingest.input;

import org.jspecify.annotations.NullMarked;
