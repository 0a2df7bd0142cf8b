package dev.playhead.testing.student;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A year of watching the ordinary way. The catalog's videos come out evenly over 36 weeks. Most
/// students watch most of them once, in one to three sittings over a few days; some rewatch before
/// the exams in mid-year and at the end, and few rewatch a lot.
public record SchoolYear(List<Student> students, List<Video> catalog, Instant firstDay) {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration TEACHING = WEEK.multipliedBy(36);
    private static final Duration BEFORE_EXAM = WEEK.multipliedBy(2);
    private static final List<Duration> EXAMS = List.of(WEEK.multipliedBy(18), WEEK.multipliedBy(38));
    private static final int REWATCHES_MAX = 10;

    public SchoolYear {
        students = List.copyOf(students);
        catalog = List.copyOf(catalog);
    }

    /// Students `student-1`, `student-2`, …, and as many videos.
    public static SchoolYear of(int students, int videos, Instant firstDay, SplittableGenerator dice) {
        SplittableGenerator ofVideos = dice.split();
        SplittableGenerator ofStudents = dice.split();
        List<Student> all = IntStream.rangeClosed(1, students)
                .mapToObj(n -> ordinary("student-" + n, ofStudents.split()))
                .toList();
        return new SchoolYear(all, Library.of(videos, 0, ofVideos), firstDay);
    }

    private static Student ordinary(String id, SplittableGenerator dice) {
        return Student.any(id, Habits.ordinary(dice), dice);
    }

    public Attendance attendance() {
        return new Attendance(students, this::visits);
    }

    private Stream<Visit> visits(Student student) {
        return IntStream.range(0, catalog.size()).boxed().flatMap(place -> visits(student, place));
    }

    private Stream<Visit> visits(Student student, int place) {
        Diary diary = new Diary(student, catalog.get(place));
        Instant comesOut = firstDay.plus(TEACHING.multipliedBy(place).dividedBy(catalog.size()));
        if (diary.does(Whim.SKIP)) {
            return Stream.empty();
        }
        diary.watch(diary.within(WEEK, comesOut));
        EXAMS.stream()
                .map(exam -> firstDay.plus(exam).minus(BEFORE_EXAM))
                .filter(comesOut.plus(WEEK)::isBefore)
                .forEach(revision -> revise(diary, revision));
        return diary.visits();
    }

    private static void revise(Diary diary, Instant revision) {
        for (int i = 0; i < REWATCHES_MAX && diary.does(Whim.REWATCH); i++) {
            diary.rewatch(diary.within(BEFORE_EXAM, revision));
        }
    }
}
