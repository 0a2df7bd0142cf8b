package dev.playhead.bench.ingest;

import dev.playhead.bench.load.Http;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Lets the producer of the limit run, and asks it how far it came.
record Producing(String url) {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    /// Records that were acknowledged.
    double perSecond(Duration each) throws Exception {
        try (Http http = new Http()) {
            long before = Long.parseLong(http.get(url + "/begin", ""));
            long beganNanos = System.nanoTime();
            Thread.sleep(each);
            long after = Long.parseLong(http.get(url + "/sent", ""));
            long tookNanos = System.nanoTime() - beganNanos;
            http.get(url + "/end", "");
            return (after - before) * NANOS / tookNanos;
        }
    }
}
