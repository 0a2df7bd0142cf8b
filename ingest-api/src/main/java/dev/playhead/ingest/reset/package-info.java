/// An administrator's decision that a student begins anew.
@NullMarked
package dev.playhead.ingest.reset;

import org.jspecify.annotations.NullMarked;
