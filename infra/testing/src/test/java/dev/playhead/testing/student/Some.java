package dev.playhead.testing.student;

import dev.playhead.testing.student.WatchReport.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Students and videos for where nothing else matters. `-Dseed=…` gives others.
final class Some {
    static final Instant START = Instant.parse("2026-09-01T08:00:00Z");
    static final Duration MONTH = Duration.ofDays(30);
    static final long SEED = Long.getLong("seed", 7);
    static final Video VIDEO = Video.of("video123", Duration.ofMinutes(10));

    private Some() {}

    static SplittableRandom dice() {
        return new SplittableRandom(SEED);
    }

    static Student student() {
        return Student.steady("ana", SEED);
    }

    static List<Video> videos() {
        return Library.of(12, 4, dice());
    }

    static Attendance mixedClass() {
        return Classroom.of(60, dice()).watch(videos(), START, MONTH);
    }

    static Habits doing(Whim whim, double chance) {
        return Habits.steady().with(whim, chance);
    }

    /// The same class, but with such habits, players and network in place of theirs.
    static Stream<History> histories(Habits habits, Network network, Player player) {
        List<Student> students = Classroom.of(20, dice()).students().stream()
                .map(student -> student.with(habits)
                        .with(network)
                        .with(Device.of("laptop", player), Device.of("phone", player)))
                .toList();
        return new Classroom(students).watch(videos(), START, MONTH).histories();
    }

    static History history(Student student) {
        return new Classroom(List.of(student))
                .watch(List.of(VIDEO), START, MONTH)
                .histories()
                .findFirst()
                .orElseThrow();
    }

    static List<Event> events(History history) {
        return history.deliveries().stream()
                .map(delivery -> delivery.report().event())
                .toList();
    }
}
