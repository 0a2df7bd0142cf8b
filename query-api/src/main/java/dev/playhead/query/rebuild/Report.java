package dev.playhead.query.rebuild;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/// Says how far it is, a line at a time.
final class Report {
    private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private final Map<TopicPartition, Long> beginnings;
    private final long startedNanos = System.nanoTime();
    private long nextNanos = startedNanos;

    /// @param beginnings by partition
    Report(PrintStream out, Map<TopicPartition, Long> beginnings) {
        this.out = out;
        this.beginnings = beginnings;
    }

    /// Now and then, whenever it is called.
    void progress(Fill fill, Map<TopicPartition, Long> ends) {
        long nowNanos = System.nanoTime();
        if (nowNanos - nextNanos < 0) {
            return;
        }
        nextNanos = nowNanos + EVERY_NANOS;
        out.println(line(fill.reached(), ends, fill.records(), Duration.ofNanos(nowNanos - startedNanos)));
        List<String> away = fill.outages();
        if (!away.isEmpty()) {
            out.println("  waiting: " + String.join("; ", away));
        }
    }

    String line(Map<TopicPartition, Long> reached, Map<TopicPartition, Long> ends, long records, Duration elapsed) {
        long whole = sum(ends);
        long done = Math.min(sum(reached), whole);
        double share = whole == 0 ? 1 : (double) done / whole;
        double seconds = Math.max(elapsed.toMillis(), 1) / 1_000.0;
        // Rounded down: 100 % is all.
        return String.format(
                Locale.ROOT,
                "%3d %%  %,d records, %,d/s%s",
                (int) Math.floor(share * 100),
                records,
                Math.round(records / seconds),
                done == 0 || done == whole ? "" : ", about " + left(seconds * (1 - share) / share) + " left");
    }

    private long sum(Map<TopicPartition, Long> offsets) {
        return offsets.entrySet().stream()
                .mapToLong(each -> Math.max(0, each.getValue() - beginnings.getOrDefault(each.getKey(), 0L)))
                .sum();
    }

    private static String left(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return whole < 120 ? whole + " s" : whole / 60 + " min";
    }
}
