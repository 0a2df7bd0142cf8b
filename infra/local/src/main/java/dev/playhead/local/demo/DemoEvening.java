package dev.playhead.local.demo;

import dev.playhead.testing.sample.DemoCatalog;
import dev.playhead.testing.student.Interval;
import dev.playhead.testing.student.WatchReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What an audience is there to show: one evening another class watches the first video. Every second student
/// sees a passage twice, and the first six leave at the same place.
final class DemoEvening {
    private static final int FIRST = 21;
    private static final int STUDENTS = 14;
    private static final int LEAVE = 6;
    private static final Interval PASSAGE = new Interval(120_000, 160_000);
    private static final long LEAVE_AT_MS = 300_000;
    private static final long BEAT_MS = 60_000;
    private static final Duration AGO = Duration.ofDays(1);
    private static final Duration APART = Duration.ofMinutes(2);

    private DemoEvening() {}

    /// Student by student in the order they occur, all of them before `until`.
    static List<WatchReport> reports(Instant until) {
        Instant evening = until.minus(AGO);
        return IntStream.range(0, STUDENTS)
                .boxed()
                .flatMap(n -> sitting(n, evening.plus(APART.multipliedBy(n))).stream())
                .toList();
    }

    private static List<WatchReport> sitting(int n, Instant began) {
        Map.Entry<String, Double> video = DemoCatalog.videoDurations().firstEntry();
        long durationMs = Math.round(video.getValue() * 1_000);
        List<WatchReport> reports = new ArrayList<>();
        Instant now = began;
        for (Interval played : played(n, durationMs)) {
            now = now.plusMillis(played.toMs() - played.fromMs());
            reports.add(new WatchReport(
                    "student-" + (FIRST + n),
                    video.getKey(),
                    played.toMs(),
                    durationMs,
                    WatchReport.Event.PLAYING,
                    "evening-" + began.toEpochMilli(),
                    (long) reports.size(),
                    "laptop",
                    null,
                    List.of(played),
                    now,
                    null));
        }
        return reports;
    }

    /// From beat to beat.
    private static List<Interval> played(int n, long durationMs) {
        List<Interval> played = new ArrayList<>(beats(0, PASSAGE.toMs()));
        if (n % 2 == 0) {
            played.add(PASSAGE);
        }
        played.addAll(beats(PASSAGE.toMs(), n < LEAVE ? LEAVE_AT_MS : durationMs));
        return played;
    }

    private static List<Interval> beats(long fromMs, long toMs) {
        List<Interval> beats = new ArrayList<>();
        for (long at = fromMs; at < toMs; at += BEAT_MS) {
            beats.add(new Interval(at, Math.min(at + BEAT_MS, toMs)));
        }
        return beats;
    }
}
