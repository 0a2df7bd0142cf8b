@NullMarked
package dev.playhead.bench.report;

import org.jspecify.annotations.NullMarked;
