package dev.playhead.bench.backlog;

import dev.playhead.testing.parts.PartFailedException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Looks on while a backlog is drained.
///
/// @param who drains it
/// @param next asks for the offset before which all of a partition is drained
/// @param say is told how far it is
public record Drain(String who, Position next, Consumer<String> say) {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration SAY_EVERY = Duration.ofSeconds(5);
    /// What is started with much to restore takes that long until it begins.
    private static final Duration STILL_MAX = Duration.ofMinutes(3);

    /// @return records a second
    /// @throws PartFailedException where it stands still
    public double perSecond(Backlog backlog) throws Exception {
        Pace pace = new Pace(backlog.size());
        long drained = -1;
        long movedNanos = System.nanoTime();
        long saidNanos = movedNanos;
        while (!pace.isOver()) {
            long now = backlog.before(next.offsets());
            long nanos = System.nanoTime();
            pace.look(nanos, now);
            movedNanos = now > drained ? nanos : movedNanos;
            drained = now;
            if (nanos - movedNanos > STILL_MAX.toNanos()) {
                throw new PartFailedException("%s stands still: %,d of %,d records are drained, and no more for %d s"
                        .formatted(who, drained, backlog.size(), STILL_MAX.toSeconds()));
            }
            if (nanos - saidNanos > SAY_EVERY.toNanos()) {
                saidNanos = nanos;
                say.accept("  %s: %d %%".formatted(who, drained * 100 / backlog.size()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY.toMillis()));
        }
        return pace.perSecond();
    }

    /// By partition.
    public interface Position {
        Map<Integer, Long> offsets() throws Exception;
    }
}
