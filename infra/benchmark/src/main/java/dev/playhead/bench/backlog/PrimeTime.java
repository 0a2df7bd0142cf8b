package dev.playhead.bench.backlog;

import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.student.Classroom;
import dev.playhead.testing.student.Delivery;
import dev.playhead.testing.student.Habits;
import dev.playhead.testing.student.Library;
import dev.playhead.testing.student.Stamp;
import dev.playhead.testing.student.Student;
import dev.playhead.testing.student.Video;
import dev.playhead.testing.student.Whim;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The simulator's students, thousands of them at once: some seven million heartbeats of a hundred
/// thousand pairs of student and video, in the order of their arrival, the same in each run. So
/// many watch at a time that what stands together in the log is of different ones.
public final class PrimeTime {
    public static final String COURSE = "bench";

    private static final long SEED = 7;
    public static final int VIDEOS = 20;
    private static final int STUDENTS = 10_000;
    private static final double SKIPPED = 0.5;
    private static final Duration BEGIN_WITHIN = Duration.ofMinutes(10);
    private static final Instant START = Instant.parse("2026-09-01T18:00:00Z");
    private static final double MS = 1_000;

    private final List<Video> videos;
    private final Map<String, Stamp> stamps;
    private final Iterator<Delivery> deliveries;

    public PrimeTime() {
        this(STUDENTS, 1);
    }

    PrimeTime(int students, long apart) {
        SplittableRandom dice = new SplittableRandom(SEED);
        videos = Library.of(VIDEOS, 0, dice.split());
        stamps = videos.stream()
                .map(video -> Stamp.byPosition(video, COURSE))
                .collect(Collectors.toMap(stamp -> stamp.video().id(), Function.identity()));
        deliveries = new Classroom(IntStream.rangeClosed(1, students)
                        .mapToObj(number -> student(student(number * apart), dice.split()))
                        .toList())
                .watch(videos, START, BEGIN_WITHIN)
                .deliveries()
                .iterator();
    }

    /// The id of the student of a number, counted from 1.
    public static String student(long number) {
        return "student-" + number;
    }

    public List<String> videos() {
        return videos.stream().map(Video::id).toList();
    }

    public Heartbeat next() {
        Delivery delivery = deliveries.next();
        return Objects.requireNonNull(stamps.get(delivery.report().video())).heartbeat(delivery);
    }

    /// All of its videos, in one course.
    public Course course() {
        Courses course = Courses.course(COURSE).chapter("c1");
        videos.forEach(video -> course.video(video.id(), video.durationMs() / MS));
        return course.build();
    }

    private static Student student(String id, SplittableGenerator dice) {
        return Student.any(id, Habits.ordinary(dice).with(Whim.SKIP, SKIPPED), dice);
    }
}
