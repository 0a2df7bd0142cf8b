package dev.playhead.testing.student;

import dev.playhead.testing.sample.DemoCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What the demo class does with shorts: 12 of the 20 students of [DemoClassroom] have scrolled
/// through some of the demo catalog's, in up to three sittings of the last days.
public final class DemoSittings {
    private static final int STUDENTS = 12;
    private static final int SITTINGS_MAX = 3;
    private static final int SHORTS_MIN = 3;
    private static final int SHORTS_MAX = 10;
    private static final Duration AGO_MAX = Duration.ofDays(8);
    private static final Duration AGO_MIN = Duration.ofHours(1);
    private static final long MS = 1_000;

    private DemoSittings() {}

    /// About 400 calls, student by student in the order they occur, all of them before `until`.
    public static List<ShortsCall> calls(SplittableGenerator dice, Instant until) {
        List<Video> shorts = shorts();
        return IntStream.rangeClosed(1, STUDENTS)
                .boxed()
                .flatMap(n -> of("student-" + n, shorts, dice.split(), until))
                .toList();
    }

    private static Stream<ShortsCall> of(String student, List<Video> shorts, SplittableGenerator dice, Instant until) {
        Scroll scroll = new Scroll(student, shorts, dice);
        int sittings = dice.nextInt(1, SITTINGS_MAX + 1);
        LongStream.generate(() -> dice.nextLong(AGO_MIN.toMillis(), AGO_MAX.toMillis()))
                .limit(sittings)
                .mapToObj(until::minusMillis)
                .sorted()
                .toList()
                .forEach(start -> scroll.sitting(start, dice.nextInt(SHORTS_MIN, SHORTS_MAX + 1)));
        return scroll.calls().stream();
    }

    private static List<Video> shorts() {
        return DemoCatalog.shortDurations().entrySet().stream()
                .map(each -> Video.ofShort(each.getKey(), Duration.ofMillis(Math.round(each.getValue() * MS))))
                .toList();
    }
}
