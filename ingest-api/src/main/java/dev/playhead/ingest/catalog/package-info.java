/// The courses: held in memory, and changed by comparing and setting in a log.
@NullMarked
package dev.playhead.ingest.catalog;

import org.jspecify.annotations.NullMarked;
