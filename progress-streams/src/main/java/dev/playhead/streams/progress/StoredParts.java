package dev.playhead.streams.progress;

import java.util.Arrays;
import java.util.List;

/// How the lists of a state are stored: spans and days as distances from the one before, plays as
/// runs of the same count.
final class StoredParts {
    private static final int DAY_BYTES_MIN = 3;

    private StoredParts() {}

    static void write(Watched watched, StoredBytes bytes) {
        bytes.octet(watched.spans().size());
        long end = 0;
        for (Span span : watched.spans()) {
            bytes.number(span.fromMs() - end);
            bytes.number(span.lengthMs());
            end = span.toMs();
        }
        bytes.number(watched.bridgedMs());
    }

    static Watched readWatched(StoredReader bytes) {
        Span[] spans = new Span[bytes.few()];
        long end = 0;
        for (int i = 0; i < spans.length; i++) {
            long from = end + bytes.number();
            end = from + bytes.number();
            spans[i] = new Span(from, end);
        }
        return new Watched(List.of(spans), bytes.number());
    }

    /// The duration is the material's, and not stored again.
    static void write(Plays plays, long durationMs, StoredBytes bytes) {
        if (plays.durationMs() != durationMs) {
            throw new IllegalStateException(
                    "Plays of " + plays.durationMs() + " ms in a state of " + durationMs + " ms");
        }
        int[] counts = plays.counts();
        int from = 0;
        while (from < counts.length) {
            int to = from;
            while (to < counts.length && counts[to] == counts[from]) {
                to++;
            }
            bytes.octet(to - from);
            bytes.number(counts[from]);
            from = to;
        }
    }

    static Plays readPlays(long durationMs, StoredReader bytes) {
        int[] counts = new int[durationMs == 0 ? 0 : Plays.parts(durationMs)];
        int from = 0;
        while (from < counts.length) {
            int to = from + bytes.octet();
            int count = bytes.integer();
            if (to <= from || to > counts.length) {
                throw new StoredFormException("A stored watch state has plays of " + to + " parts");
            }
            Arrays.fill(counts, from, to, count);
            from = to;
        }
        return new Plays(durationMs, counts);
    }

    static void write(Days days, StoredBytes bytes) {
        bytes.number(days.days().size());
        long before = 0;
        for (Day day : days.days()) {
            bytes.number(day.epochDay() - before);
            bytes.number(day.views());
            bytes.number(day.watchedMs());
            before = day.epochDay();
        }
    }

    static Days readDays(StoredReader bytes) {
        Day[] days = new Day[bytes.count(DAY_BYTES_MIN)];
        long before = 0;
        for (int i = 0; i < days.length; i++) {
            before += bytes.number();
            days[i] = new Day(before, bytes.integer(), bytes.number());
        }
        return new Days(List.of(days));
    }
}
