package dev.playhead.testing.student;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// That a student means to watch a part of a video from a time on, by whatever means. Small: what
/// comes of it is played when it is asked for, each time the same.
record Visit(Student student, Video video, int number, Instant start, Interval part, long seed) {
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();
    private static final long OFFLINE_MS_MAX = Duration.ofHours(12).toMillis();

    /// One for each session: mostly one, two where a second device comes in.
    List<Sitting> sittings() {
        SplittableRandom dice = new SplittableRandom(seed);
        List<Device> devices = student.twoDevices(dice);
        boolean canChange = student.devices().size() > 1 && part.lengthMs() > MINUTE_MS / 2;
        if (canChange && student.habits().does(Whim.CHANGE_DEVICE, dice)) {
            return oneAfterTheOther(devices, dice);
        }
        Sitting alone = watch(devices.getFirst(), part, start, dice);
        if (student.devices().size() > 1 && student.habits().does(Whim.SECOND_DEVICE, dice)) {
            Instant soon = start.plusMillis(dice.nextLong(1, MINUTE_MS));
            return List.of(alone, watch(devices.getLast(), part, soon, dice));
        }
        return List.of(alone);
    }

    /// What arrives of these sittings, in the order of arrival.
    List<Delivery> deliveries(List<Sitting> sittings) {
        SplittableRandom dice = new SplittableRandom(~seed);
        return sittings.stream()
                .flatMap(sitting -> carry(sitting, dice.split()).stream())
                .sorted(Delivery.BY_ARRIVAL)
                .toList();
    }

    private List<Sitting> oneAfterTheOther(List<Device> devices, SplittableRandom dice) {
        long changeMs = part.fromMs() + Math.round(part.lengthMs() * dice.nextDouble(0.2, 0.8));
        Interval before = new Interval(part.fromMs(), changeMs);
        Interval after = new Interval(changeMs, part.toMs());
        Sitting first = watch(devices.getFirst(), before, start, dice);
        Instant soon = first.end().plusMillis(dice.nextLong(1, MINUTE_MS));
        return List.of(first, watch(devices.getLast(), after, soon, dice));
    }

    private Sitting watch(Device device, Interval what, Instant from, SplittableRandom dice) {
        return new Viewing(student, video, device, what, from, dice.split()).watch();
    }

    private List<Delivery> carry(Sitting sitting, RandomGenerator dice) {
        if (sitting.device().player().keepsReports() && student.habits().does(Whim.OFFLINE, dice)) {
            Instant syncAt = sitting.end().plusMillis(dice.nextLong(MINUTE_MS, OFFLINE_MS_MAX));
            return student.network().sync(sitting, syncAt, dice);
        }
        return student.network().carry(sitting, dice);
    }
}
