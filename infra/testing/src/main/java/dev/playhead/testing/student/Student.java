package dev.playhead.testing.student;

import dev.playhead.schemas.id.Ids;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.stream.IntStream;

/// Someone who watches.
///
/// @param beat how often the players report
/// @param seed of all that the student does
public record Student(String id, Habits habits, List<Device> devices, Network network, Duration beat, long seed) {
    private static final Duration BEAT_MIN = Duration.ofSeconds(5);

    /// At double speed this is a minute of the video.
    private static final Duration BEAT_MAX = Duration.ofSeconds(30);

    private static final int DEVICES_MAX = 3;

    /// Any odd number that is not the step by which the dice go from throw to throw: by that, the dice
    /// of one video would be those of another a few throws on.
    private static final long SPREAD = 0xBF58_476D_1CE4_E5B9L;

    public Student {
        if (!Ids.isStudent(id) || devices.isEmpty()) {
            throw new IllegalArgumentException(id + " is no student, or has no device");
        }
        if (beat.compareTo(BEAT_MIN) < 0 || beat.compareTo(BEAT_MAX) > 0) {
            throw new IllegalArgumentException("a beat of " + beat);
        }
        devices = List.copyOf(devices);
    }

    /// Watches steadily, with one full player whose clock is right, on a perfect network.
    public static Student steady(String id, long seed) {
        List<Device> devices = List.of(Device.of("laptop", Player.FULL));
        return new Student(id, Habits.steady(), devices, Network.PERFECT, Duration.ofSeconds(10), seed);
    }

    /// One to three devices of any kind, any network, any beat.
    public static Student any(String id, Habits habits, SplittableGenerator dice) {
        List<Device> devices = IntStream.rangeClosed(1, dice.nextInt(1, DEVICES_MAX + 1))
                .mapToObj(n -> Device.any("device-" + n, dice))
                .toList();
        Duration beat = Duration.ofSeconds(dice.nextLong(BEAT_MIN.toSeconds(), BEAT_MAX.toSeconds() + 1));
        return new Student(id, habits, devices, Network.any(dice), beat, dice.nextLong());
    }

    public Student with(Habits other) {
        return new Student(id, other, devices, network, beat, seed);
    }

    public Student with(Device... others) {
        return new Student(id, habits, List.of(others), network, beat, seed);
    }

    public Student with(Network other) {
        return new Student(id, habits, devices, other, beat, seed);
    }

    public Student with(Duration otherBeat) {
        return new Student(id, habits, devices, network, otherBeat, seed);
    }

    /// For all that they do with a video: one video more changes nothing about another.
    RandomGenerator diceFor(Video video) {
        return new SplittableRandom(seed + video.id().hashCode() * SPREAD);
    }

    /// A device, and where there are several, another one as the second.
    List<Device> twoDevices(RandomGenerator dice) {
        int first = dice.nextInt(devices.size());
        int second = (first + dice.nextInt(1, Math.max(2, devices.size()))) % devices.size();
        return List.of(devices.get(first), devices.get(second));
    }
}
