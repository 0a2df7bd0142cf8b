@NullMarked
package dev.playhead.bench.backlog;

import org.jspecify.annotations.NullMarked;
