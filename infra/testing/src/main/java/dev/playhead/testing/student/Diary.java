package dev.playhead.testing.student;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// When a student means to watch a video, and what of it.
final class Diary {
    private static final long PART_MS_MIN = 1_000;
    private static final Duration AT_A_TIME_MAX = Duration.ofMinutes(5);
    private static final int VISITS_MAX = 3;
    private static final Duration GAP_MIN = Duration.ofMinutes(10);
    private static final Duration GAP_MAX = Duration.ofHours(30);

    private final Student student;
    private final Video video;
    private final RandomGenerator dice;
    private final List<Visit> visits = new ArrayList<>();

    Diary(Student student, Video video) {
        this.student = student;
        this.video = video;
        this.dice = student.diceFor(video);
    }

    /// Once through it, or as far as the student gets: at one go, or in up to three sittings over a
    /// few days.
    void watch(Instant start) {
        long endMs = does(Whim.FINISH) ? video.durationMs() : share(video.durationMs(), 0.05, 0.75);
        int left = endMs < AT_A_TIME_MAX.toMillis() ? 1 : dice.nextInt(1, VISITS_MAX + 1);
        long fromMs = 0;
        Instant at = start;
        while (fromMs < endMs) {
            left--;
            long untilMs = left == 0 ? endMs : Math.min(endMs, fromMs + share(endMs - fromMs, 0.3, 0.8));
            visit(at, fromMs, untilMs);
            at = afterwards(at, untilMs - fromMs);
            fromMs = untilMs;
        }
    }

    /// All of it or a part, at one go.
    void rewatch(Instant start) {
        long fromMs = dice.nextBoolean() ? 0 : dice.nextLong(video.durationMs() - PART_MS_MIN + 1);
        long length = dice.nextBoolean() ? video.durationMs() : share(video.durationMs() - fromMs, 0.1, 1);
        visit(start, fromMs, Math.min(video.durationMs(), fromMs + length));
    }

    boolean does(Whim whim) {
        return student.habits().does(whim, dice);
    }

    /// A time within so long from a start.
    Instant within(Duration length, Instant start) {
        return start.plusMillis(dice.nextLong(length.toMillis()));
    }

    Stream<Visit> visits() {
        return visits.stream();
    }

    private void visit(Instant start, long fromMs, long untilMs) {
        visits.add(new Visit(student, video, visits.size() + 1, start, new Interval(fromMs, untilMs), dice.nextLong()));
    }

    private Instant afterwards(Instant start, long partMs) {
        long tookMs = Math.round(partMs / Habits.RATE_MIN);
        return start.plusMillis(tookMs + dice.nextLong(GAP_MIN.toMillis(), GAP_MAX.toMillis()));
    }

    private long share(long ms, double min, double max) {
        return Math.max(PART_MS_MIN, Math.round(ms * dice.nextDouble(min, max)));
    }
}
