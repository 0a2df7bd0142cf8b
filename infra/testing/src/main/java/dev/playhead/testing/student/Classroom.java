package dev.playhead.testing.student;

import dev.playhead.testing.sample.DemoCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Students who watch the same course, each at their own time. What they do depends on nothing but
/// the arguments: the same seed gives the same class, and one student more changes no other.
public record Classroom(List<Student> students) {
    private static final int DEMO_STUDENTS = 20;
    private static final Duration DEMO_BEAT = Duration.ofSeconds(60);
    private static final Duration LAST_SEEN_MAX = Duration.ofDays(3);

    public Classroom {
        students = List.copyOf(students);
    }

    /// Students `student-1`, `student-2`, … of mixed habits.
    public static Classroom of(int size, SplittableGenerator dice) {
        return new Classroom(IntStream.rangeClosed(1, size)
                .mapToObj(n -> new Student("student-" + n, Habits.of(dice.split())))
                .toList());
    }

    /// About 20 students and 400 reports on the demo catalog's videos.
    public static List<WatchReport> demo(SplittableGenerator dice, Instant until) {
        Classroom classroom = of(DEMO_STUDENTS, dice.split());
        return classroom.watch(DemoCatalog.videoDurations(), until, DEMO_BEAT, dice.split());
    }

    /// Everything they report, in the order it occurs, all of it before `until`.
    ///
    /// @param durations of the videos in seconds, by id, in course order
    /// @param beat how often a player reports
    public List<WatchReport> watch(
            SequencedMap<String, Double> durations, Instant until, Duration beat, SplittableGenerator dice) {
        return students.stream()
                .flatMap(student -> reports(student, durations, until, beat, dice.split()))
                .sorted(Comparator.comparing(WatchReport::occurredAt).thenComparing(WatchReport::student))
                .toList();
    }

    private static Stream<WatchReport> reports(
            Student student,
            SequencedMap<String, Double> durations,
            Instant until,
            Duration beat,
            SplittableGenerator dice) {
        List<WatchReport> reports = student.watch(durations, Instant.EPOCH, beat, dice);
        if (reports.isEmpty()) {
            return Stream.empty();
        }
        Instant lastSeen = until.minusSeconds(dice.nextLong(1, LAST_SEEN_MAX.toSeconds()));
        Duration later = Duration.between(reports.getLast().occurredAt(), lastSeen);
        return reports.stream().map(report -> report.later(later));
    }
}
