@NullMarked
package dev.playhead.bench.ingest;

import org.jspecify.annotations.NullMarked;
