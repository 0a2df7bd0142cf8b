package dev.playhead.streams.topology;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/// Does something a tenth of a second after it was first asked to, by wall clock, and not again before
/// it is asked again: a task that were always woken would commit each time, for nothing.
final class Alarm {
    static final Duration SOON = Duration.ofMillis(100);

    private final ProcessorContext<?, ?> context;
    private @Nullable Cancellable due;

    Alarm(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /// @param work the same at each call; told the time, in epoch milliseconds
    void ask(LongConsumer work) {
        if (due == null) {
            due = context.schedule(SOON, PunctuationType.WALL_CLOCK_TIME, nowMs -> now(work, nowMs));
        }
    }

    private void now(LongConsumer work, long nowMs) {
        if (due != null) {
            due.cancel();
            due = null;
        }
        work.accept(nowMs);
    }
}
