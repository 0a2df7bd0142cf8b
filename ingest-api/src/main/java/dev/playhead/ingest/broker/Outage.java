package dev.playhead.ingest.broker;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/// Says once that something does not answer, and once that it does again, however many callers find out.
public final class Outage {
    private final Logger log;
    private final String what;
    private final AtomicBoolean lasts = new AtomicBoolean();

    /// @param what does not work while it lasts, as the beginning of a sentence
    public Outage(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    public void seen(Throwable cause) {
        if (lasts.compareAndSet(false, true)) {
            log.warn("{}: {}", what, cause.toString());
        }
    }

    public void over() {
        // Read first: on the way of every heartbeat, and nearly always false.
        if (lasts.get() && lasts.compareAndSet(true, false)) {
            log.info("{}: over", what);
        }
    }
}
