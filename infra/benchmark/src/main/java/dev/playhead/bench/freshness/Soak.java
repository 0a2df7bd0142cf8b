package dev.playhead.bench.freshness;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// The long run itself, told of every ten seconds.
final class Soak {
    private static final Duration EVERY = Duration.ofSeconds(10);

    /// Of the whole: when the first look at live heaps is. The services stand still for it, so it is in the first
    /// quarter, whose latencies are compared with no others.
    private static final int EARLY = 5;

    private final Whole whole;
    private final Nurse nurse;
    private final Duration duration;
    private final Consumer<String> say;
    private final Quarters quarters;
    private @Nullable Vitals early;
    private @Nullable Vitals last;
    private Map<String, Long> liveHeapsEarly = Map.of();
    private Map<String, Long> liveHeapsAtEnd = Map.of();
    private long accepted;
    private long setAside;
    private long putOff;

    Soak(Whole whole, Nurse nurse, Duration duration, Consumer<String> say) {
        this.whole = whole;
        this.nurse = nurse;
        this.duration = duration;
        this.say = say;
        this.quarters = new Quarters(duration);
    }

    void run(double perSecond) throws Exception {
        whole.readers().begin(FreshnessBench.readsPerSecond(perSecond));
        long beganNanos = System.nanoTime();
        last = nurse.vitals(0);
        Posting posting = Posting.begin(whole.posts(), perSecond, duration);
        while (!posting.isOver()) {
            pause(posting);
            look(Duration.ofNanos(System.nanoTime() - beganNanos));
        }
        posting.await();
        whole.readers().end();
        whole.lag().awaitNone(Maximum.DRAIN_WITHIN);
        liveHeapsAtEnd = nurse.liveHeaps();
        accepted = whole.audience().count();
        putOff = whole.readers().putOff();
        setAside = whole.lag().setAside();
        last = nurse.vitals(duration.toSeconds());
    }

    private void look(Duration at) throws Exception {
        Histogram nanos = whole.readers().taken();
        quarters.add(at, nanos);
        Vitals vitals = nurse.vitals(at.toSeconds());
        say.accept(vitals.line(last(), nanos.getValueAtPercentile(99) / 1e6));
        last = vitals;
        if (early == null && at.compareTo(duration.dividedBy(EARLY)) >= 0) {
            early = vitals;
            liveHeapsEarly = nurse.liveHeaps();
        }
    }

    private static void pause(Posting posting) throws InterruptedException {
        long endNanos = System.nanoTime() + EVERY.toNanos();
        while (!posting.isOver() && System.nanoTime() < endNanos) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    Quarters quarters() {
        return quarters;
    }

    Vitals early() {
        return Objects.requireNonNull(early);
    }

    Vitals last() {
        return Objects.requireNonNull(last);
    }

    Map<String, Long> liveHeapsEarly() {
        return liveHeapsEarly;
    }

    Map<String, Long> liveHeapsAtEnd() {
        return liveHeapsAtEnd;
    }

    long accepted() {
        return accepted;
    }

    /// In the log as well as in the rows.
    long found() {
        return Math.min(last().reach().written(), last().reach().seen());
    }

    long setAside() {
        return setAside;
    }

    /// Reads that were told to come later.
    long putOff() {
        return putOff;
    }
}
