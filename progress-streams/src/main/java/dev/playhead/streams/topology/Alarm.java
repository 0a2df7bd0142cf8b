package dev.playhead.streams.topology;

import java.time.Duration;
import java.util.function.LongConsumer;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/// Does something once, at a time of the wall clock: a task that were always woken would commit each
/// time, for nothing.
final class Alarm {
    /// So often at most.
    static final Duration APART = Duration.ofMillis(100);

    private final ProcessorContext<?, ?> context;
    private @Nullable Cancellable set;
    private long setForMs = Long.MAX_VALUE;

    Alarm(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /// At the earliest of the times that it is asked for, but never sooner than in a tenth of a second.
    ///
    /// @param work the same at each call; told the time, in epoch milliseconds
    void ask(long atMs, LongConsumer work) {
        if (atMs < setForMs) {
            clear();
            setForMs = atMs;
            long inMs = Math.max(APART.toMillis(), atMs - context.currentSystemTimeMs());
            set = context.schedule(
                    Duration.ofMillis(inMs), PunctuationType.WALL_CLOCK_TIME, nowMs -> ring(work, nowMs));
        }
    }

    private void ring(LongConsumer work, long nowMs) {
        clear();
        work.accept(nowMs);
    }

    /// It does not ring any more.
    void clear() {
        if (set != null) {
            set.cancel();
            set = null;
        }
        setForMs = Long.MAX_VALUE;
    }
}
