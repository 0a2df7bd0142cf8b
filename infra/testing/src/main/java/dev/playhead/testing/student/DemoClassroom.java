package dev.playhead.testing.student;

import dev.playhead.testing.sample.DemoCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;

/// A class to look at: 20 students who have watched some of the demo catalog's videos. Its players
/// are full ones with a right clock on a perfect network, and none says when it sent: it all
/// arrives days later, when the demo is loaded.
public final class DemoClassroom {
    private static final int STUDENTS = 20;
    private static final Duration BEAT = Duration.ofSeconds(30);
    private static final Duration AGO_MAX = Duration.ofDays(12);
    private static final Duration BEGIN_WITHIN = Duration.ofDays(8);
    private static final long MS = 1_000;

    private DemoClassroom() {}

    /// About 400 reports in the order they occur, all of it before `until`.
    public static List<WatchReport> reports(SplittableGenerator dice, Instant until) {
        Classroom classroom = new Classroom(IntStream.rangeClosed(1, STUDENTS)
                .mapToObj(n -> student("student-" + n, dice.split()))
                .toList());
        return classroom
                .watch(videos(), until.minus(AGO_MAX), BEGIN_WITHIN)
                .deliveries()
                .takeWhile(delivery -> delivery.receivedAt().isBefore(until))
                .map(Delivery::report)
                .toList();
    }

    private static Student student(String id, SplittableGenerator dice) {
        Habits habits = Habits.mixed(dice)
                .atRate(dice.nextInt(3) == 0 ? 1 : Habits.RATE_MAX)
                .with(Whim.SKIP, dice.nextDouble(0.6, 0.85))
                .with(Whim.OFFLINE, 0)
                // The API takes one report a second of a student and video, and `infra/up` waits.
                .with(Whim.REPLAY, 0)
                .with(Whim.RATE_CHANGE, 0)
                .with(Whim.SEEK, dice.nextDouble(0.03))
                .with(Whim.SECOND_DEVICE, 0.02)
                .with(Whim.REWATCH, 0.1);
        return new Student(id, habits, devices(), Network.PERFECT, BEAT, dice.nextLong());
    }

    private static List<Device> devices() {
        return List.of(Device.of("laptop", Player.FULL), Device.of("phone", Player.FULL));
    }

    private static List<Video> videos() {
        return DemoCatalog.videoDurations().entrySet().stream()
                .map(video -> Video.of(video.getKey(), Duration.ofMillis(Math.round(video.getValue() * MS))))
                .toList();
    }
}
