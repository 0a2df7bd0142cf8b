/// Every write: checked at the edge, stamped, and acknowledged by the brokers before the caller hears of it.
@NullMarked
package dev.playhead.ingest;

import org.jspecify.annotations.NullMarked;
