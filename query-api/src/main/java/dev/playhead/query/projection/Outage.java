package dev.playhead.query.projection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Something the projection needs does not answer. It is said once, and once when it is over.
final class Outage {
    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private volatile @Nullable String reason;
    private long sinceMs;

    void began(String why, long nowMs) {
        if (reason == null) {
            sinceMs = nowMs;
            log.warn("The projection waits, and goes on by itself: {}", why);
        }
        reason = why;
    }

    void ended(long nowMs) {
        if (reason != null) {
            log.info("The projection goes on after {} ms", nowMs - sinceMs);
            reason = null;
        }
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
