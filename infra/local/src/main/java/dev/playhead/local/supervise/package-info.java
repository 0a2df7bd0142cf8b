/// Parts that are started in order, started again when they die, and stopped in order.
@NullMarked
package dev.playhead.local.supervise;

import org.jspecify.annotations.NullMarked;
