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
import dev.playhead.testing.student.WatchReport;
import dev.playhead.testing.student.Whim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
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
///
/// The simulator keeps what is under way in memory. So it plays few students, and each of them has
/// others who do the same.
public final class PrimeTime {
    public static final String COURSE = "bench";

    public static final int VIDEOS = 20;

    private static final long SEED = 7;
    private static final int STUDENTS = 500;
    private static final int WHO_DO_THE_SAME = 20;
    private static final double SKIPPED = 0.5;
    private static final Duration BEGIN_WITHIN = Duration.ofMinutes(10);
    private static final Instant START = Instant.parse("2026-09-01T18:00:00Z");
    private static final double MS = 1_000;

    private final List<Video> videos;
    private final Map<String, Stamp> stamps;
    private final Iterator<Delivery> deliveries;
    private final long apart;
    private final Deque<Heartbeat> next = new ArrayDeque<>();

    public PrimeTime() {
        this(STUDENTS, 1);
    }

    /// Between each of them and the next are students who do nothing.
    public static PrimeTime among(long students) {
        return new PrimeTime(STUDENTS, Math.max(1, students / ((long) STUDENTS * WHO_DO_THE_SAME)));
    }

    PrimeTime(int students, long apart) {
        SplittableRandom dice = new SplittableRandom(SEED);
        this.apart = apart;
        videos = Library.of(VIDEOS, 0, dice.split());
        stamps = videos.stream()
                .map(video -> Stamp.byPosition(video, COURSE))
                .collect(Collectors.toMap(stamp -> stamp.video().id(), Function.identity()));
        deliveries = new Classroom(IntStream.rangeClosed(1, students)
                        .mapToObj(number -> played(Integer.toString(number), dice.split()))
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
        if (next.isEmpty()) {
            Delivery delivery = deliveries.next();
            Stamp stamp = Objects.requireNonNull(stamps.get(delivery.report().video()));
            IntStream.range(0, WHO_DO_THE_SAME)
                    .mapToObj(other -> stamp.heartbeat(of(other, delivery)))
                    .forEach(next::add);
        }
        return next.remove();
    }

    /// All of its videos, in one course.
    public Course course() {
        Courses course = Courses.course(COURSE).chapter("c1");
        videos.forEach(video -> course.video(video.id(), video.durationMs() / MS));
        return course.build();
    }

    private static Student played(String id, SplittableGenerator dice) {
        return Student.any(id, Habits.ordinary(dice).with(Whim.SKIP, SKIPPED), dice);
    }

    private Delivery of(int other, Delivery delivery) {
        WatchReport said = delivery.report();
        long number = (Long.parseLong(said.student()) - 1) * WHO_DO_THE_SAME + other + 1;
        WatchReport report = new WatchReport(
                student(number * apart),
                said.video(),
                said.positionMs(),
                said.durationMs(),
                said.event(),
                said.sessionId(),
                said.sequence(),
                said.deviceId(),
                said.playbackRate(),
                said.played(),
                said.occurredAt(),
                said.sentAt());
        return new Delivery(report, delivery.receivedAt(), delivery.source());
    }
}
