package dev.playhead.bench.freshness;

import dev.playhead.bench.load.Lanes;
import dev.playhead.bench.report.Figure;
import dev.playhead.testing.parts.PartFailedException;
import java.time.Duration;
import java.util.function.Consumer;

/// Finds the highest rate at which nothing piles up anywhere, from above: from what the whole way
/// takes when it is given all at once.
record Maximum(Lanes posts, Audience audience, Lag lag, Duration each, Consumer<String> say) {
    private static final double STEP = 0.85;
    private static final int STEPS_MAX = 12;

    /// Of the rate: less than this is no growth but how it goes up and down.
    private static final double GROWTH_MAX = 0.03;

    /// Beyond this ingest itself does not keep up.
    private static final double ANSWER_MS_MAX = 1_000;

    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration EVERY = Duration.ofMillis(250);
    static final Duration DRAIN_WITHIN = Duration.ofMinutes(2);

    /// @param atMost where it begins
    double find(double atMost) throws Exception {
        double rate = atMost;
        for (int step = 0; step < STEPS_MAX; step++) {
            if (staysFlat(rate)) {
                return rate;
            }
            rate *= STEP;
        }
        throw new PartFailedException("At no rate down to %.0f a second it kept up".formatted(rate));
    }

    /// As fast as ingest takes them, and then until all of it is seen.
    ///
    /// @return how many a second that were
    double allAtOnce() throws Exception {
        long before = audience.count();
        long beganNanos = System.nanoTime();
        posts.saturate(each);
        lag.awaitNone(DRAIN_WITHIN);
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        return (audience.count() - before) / seconds;
    }

    private boolean staysFlat(double rate) throws Exception {
        Posting posting = Posting.begin(posts, rate, SETTLE.plus(each.multipliedBy(2)));
        Slope slope = new Slope();
        long beganNanos = System.nanoTime();
        while (!posting.isOver()) {
            Thread.sleep(EVERY);
            double seconds = (System.nanoTime() - beganNanos) / 1e9;
            if (seconds > SETTLE.toSeconds() && !posting.isOver()) {
                slope.add(seconds, (double) lag.now().behind());
            }
        }
        double answerMs = Figure.ms(posting.await(), 99);
        lag.awaitNone(DRAIN_WITHIN);
        boolean isFlat = slope.perSecond() <= GROWTH_MAX * rate && answerMs <= ANSWER_MS_MAX;
        say.accept("  %,.0f a second: the lag grows by %,.0f a second, answers take %.0f ms (p99): %s"
                .formatted(rate, slope.perSecond(), answerMs, isFlat ? "it keeps up" : "too many"));
        return isFlat;
    }
}
