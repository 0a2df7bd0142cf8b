package dev.playhead.streams.progress;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.testing.student.Classroom;
import dev.playhead.testing.student.Device;
import dev.playhead.testing.student.Habits;
import dev.playhead.testing.student.History;
import dev.playhead.testing.student.Interval;
import dev.playhead.testing.student.Library;
import dev.playhead.testing.student.Network;
import dev.playhead.testing.student.Player;
import dev.playhead.testing.student.Stamp;
import dev.playhead.testing.student.Student;
import dev.playhead.testing.student.Truth;
import dev.playhead.testing.student.Video;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Histories of simulated students. Run again with `-Dplayhead.seed=…` for the same ones, and with
/// `-Dplayhead.histories=…` for more of them.
final class Simulation {
    static final int HISTORIES = Integer.getInteger("playhead.histories", 2_000);

    static final int THRESHOLD = 80;

    private static final int STUDENTS_AT_ONCE = 50;
    private static final int VIDEOS = 6;
    private static final int SHORTS = 2;
    private static final Instant START = Instant.parse("2026-09-01T06:00:00Z");

    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());

    private final UnaryOperator<Student> made;

    private Simulation(UnaryOperator<Student> made) {
        this.made = made;
    }

    /// Of whom everything can be expected.
    static Simulation ofAnyone() {
        return new Simulation(student -> student);
    }

    /// On any device, each with such a player.
    static Simulation of(Player player) {
        return new Simulation(student -> student.with(student.devices().stream()
                .map(device -> new Device(device.id(), player, device.clockError(), device.saysWhenSent()))
                .toArray(Device[]::new)));
    }

    /// Whose clocks may be wrong, but tell the time between two reports: they do not say when they
    /// sent, so that ingest takes nothing off, and no report's time depends on its way.
    Simulation withSteadyClocks() {
        return and(student -> student.with(student.devices().stream()
                .map(device -> new Device(device.id(), device.player(), behind(device.clockError()), false))
                .toArray(Device[]::new)));
    }

    Simulation on(Network network) {
        return and(student -> student.with(network));
    }

    Simulation with(UnaryOperator<Habits> habits) {
        return and(student -> student.with(habits.apply(student.habits())));
    }

    /// One device, whose clock is right.
    Simulation withOneDevice() {
        return and(student ->
                student.with(Device.of("only", student.devices().getFirst().player())));
    }

    String again() {
        return "-Dplayhead.seed=" + SEED;
    }

    SplittableRandom dice() {
        return new SplittableRandom(SEED);
    }

    Stream<History> histories() {
        System.out.println(again() + " -Dplayhead.histories=" + HISTORIES);
        SplittableRandom dice = new SplittableRandom(SEED);
        return IntStream.iterate(0, i -> i + 1)
                .boxed()
                .flatMap(i -> classroom(dice.split()))
                .limit(HISTORIES);
    }

    static List<Heartbeat> heartbeats(History history, CompletionRule rule) {
        Stamp stamp = new Stamp(history.video(), "course", rule, THRESHOLD);
        return history.deliveries().stream().map(stamp::heartbeat).toList();
    }

    static List<Heartbeat> heartbeats(History history) {
        return history.deliveries().stream()
                .map(Stamp.byPosition(history.video(), "course")::heartbeat)
                .toList();
    }

    static List<Span> watched(Truth truth) {
        return truth.watched().stream()
                .map((Interval part) -> new Span(part.fromMs(), part.toMs()))
                .toList();
    }

    private static Duration behind(Duration clockError) {
        return clockError.isNegative() ? clockError : Duration.ZERO;
    }

    private Simulation and(UnaryOperator<Student> more) {
        return new Simulation(student -> more.apply(made.apply(student)));
    }

    private Stream<History> classroom(SplittableRandom dice) {
        List<Video> videos = Library.of(VIDEOS, SHORTS, dice.split());
        List<Student> students = Classroom.of(STUDENTS_AT_ONCE, dice.split()).students().stream()
                .map(made)
                .toList();
        return new Classroom(students).watch(videos, START, Duration.ofDays(20)).histories();
    }
}
