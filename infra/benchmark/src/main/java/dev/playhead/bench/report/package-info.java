/// What was measured, for people and for machines.
@NullMarked
package dev.playhead.bench.report;

import org.jspecify.annotations.NullMarked;
