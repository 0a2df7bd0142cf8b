/// The log of what students did.
@NullMarked
package dev.playhead.ingest.activity;

import org.jspecify.annotations.NullMarked;
