package dev.playhead.streams.progress;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How the lists of a state are stored: spans and days as distances from the one before, plays as
/// runs of the same count.
final class StoredParts {
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

    static Watched readWatched(ByteBuffer bytes) {
        int count = bytes.get();
        List<Span> spans = new ArrayList<>();
        long end = 0;
        for (int i = 0; i < count; i++) {
            long from = end + StoredBytes.number(bytes);
            end = from + StoredBytes.number(bytes);
            spans.add(new Span(from, end));
        }
        return new Watched(spans, StoredBytes.number(bytes));
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

    static Plays readPlays(long durationMs, ByteBuffer bytes) {
        int[] counts = new int[durationMs == 0 ? 0 : Plays.parts(durationMs)];
        int from = 0;
        while (from < counts.length) {
            int to = from + bytes.get();
            int count = Math.toIntExact(StoredBytes.number(bytes));
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

    static Days readDays(ByteBuffer bytes) {
        long count = StoredBytes.number(bytes);
        List<Day> days = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < count; i++) {
            before += StoredBytes.number(bytes);
            int views = Math.toIntExact(StoredBytes.number(bytes));
            days.add(new Day(before, views, StoredBytes.number(bytes)));
        }
        return new Days(days);
    }
}
