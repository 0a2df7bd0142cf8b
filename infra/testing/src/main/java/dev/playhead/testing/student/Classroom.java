package dev.playhead.testing.student;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Students who watch the same videos, each at their own time. What they do depends on nothing but
/// the arguments: the same seed gives the same class, and one student, or one video, more changes
/// no other.
public record Classroom(List<Student> students) {
    private static final Duration UNTIL_REWATCH_MAX = Duration.ofDays(10);

    public Classroom {
        students = List.copyOf(students);
    }

    /// Students `student-1`, `student-2`, … of whom everything can be expected.
    public static Classroom of(int size, SplittableGenerator dice) {
        return new Classroom(IntStream.rangeClosed(1, size)
                .mapToObj(n -> any("student-" + n, dice.split()))
                .toList());
    }

    private static Student any(String id, SplittableGenerator dice) {
        return Student.any(id, Habits.mixed(dice), dice);
    }

    /// Each student begins each video that they do not skip at a time of their own.
    ///
    /// @param within within which all is begun; sittings and rewatching can come days later
    public Attendance watch(List<Video> videos, Instant start, Duration within) {
        return new Attendance(
                students, student -> videos.stream().flatMap(video -> visits(student, video, start, within)));
    }

    private static Stream<Visit> visits(Student student, Video video, Instant start, Duration within) {
        Diary diary = new Diary(student, video);
        if (diary.does(Whim.SKIP)) {
            return Stream.empty();
        }
        Instant first = diary.within(within, start);
        diary.watch(first);
        if (diary.does(Whim.REWATCH)) {
            diary.rewatch(diary.within(UNTIL_REWATCH_MAX, first));
        }
        return diary.visits();
    }
}
