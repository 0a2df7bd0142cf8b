/// Which students may report on which materials.
@NullMarked
package dev.playhead.ingest.enrolment;

import org.jspecify.annotations.NullMarked;
