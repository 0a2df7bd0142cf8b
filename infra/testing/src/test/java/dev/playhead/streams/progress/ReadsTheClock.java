package dev.playhead.streams.progress;

import java.time.Instant;
import java.util.function.Supplier;

record ReadsTheClock(Supplier<Instant> clock) {
    static ReadsTheClock byReference() {
        return new ReadsTheClock(Instant::now);
    }

    static long byCall() {
        return System.currentTimeMillis();
    }
}
