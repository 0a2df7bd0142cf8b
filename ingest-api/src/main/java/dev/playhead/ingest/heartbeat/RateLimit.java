package dev.playhead.ingest.heartbeat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// The rate at which this instance takes updates, for each student and video by itself. A bucket
/// that nobody asks while it fills is full and forgotten, which changes nothing; one that is
/// forgotten because there are too many gives its student a burst too soon.
public final class RateLimit {
    private final Rate rate;
    private final LongSupplier nanos;
    private final Cache<Viewing, AtomicLong> fullAt;

    /// @param nanos a clock that never goes back
    public RateLimit(RateLimitSettings settings, LongSupplier nanos) {
        this.rate = settings.rate();
        this.nanos = nanos;
        this.fullAt = Caffeine.newBuilder()
                .maximumSize(settings.keysMax())
                .expireAfterAccess(rate.toFull())
                .ticker(nanos::getAsLong)
                .build();
    }

    Rate rate() {
        return rate;
    }

    Allowance take(String student, String video) {
        long now = TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
        AtomicLong bucket = fullAt.get(new Viewing(student, video), first -> new AtomicLong(now));
        long before = bucket.getAndUpdate(full -> now + rate.take(full, now).fullInMs());
        return rate.take(before, now);
    }

    /// How many buckets are remembered.
    long size() {
        fullAt.cleanUp();
        return fullAt.estimatedSize();
    }

    private record Viewing(String student, String video) {}
}
