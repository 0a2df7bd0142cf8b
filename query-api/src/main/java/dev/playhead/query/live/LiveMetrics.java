package dev.playhead.query.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/// What an operator sees of the streams.
final class LiveMetrics {
    private final MeterRegistry meters;

    LiveMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    OfKind of(String kind) {
        return new OfKind(meters, kind);
    }

    /// Of server-sent events, or of WebSockets.
    static final class OfKind {
        private final MeterRegistry meters;
        private final String kind;
        private final AtomicInteger open = new AtomicInteger();
        private final Counter sent;

        private OfKind(MeterRegistry meters, String kind) {
            this.meters = meters;
            this.kind = kind;
            this.sent = Counter.builder("playhead.live.events")
                    .description("States told")
                    .tag("kind", kind)
                    .register(meters);
            Gauge.builder("playhead.live.streams", open, AtomicInteger::get)
                    .description("Open streams")
                    .tag("kind", kind)
                    .register(meters);
        }

        void opened() {
            open.incrementAndGet();
        }

        void sent(int events) {
            sent.increment(events);
        }

        void ended(Ending why) {
            open.decrementAndGet();
            Counter.builder("playhead.live.ended")
                    .description("Streams that ended, by why")
                    .tag("kind", kind)
                    .tag("reason", why.label())
                    .register(meters)
                    .increment();
        }
    }
}
