package dev.playhead.testing.student;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.random.RandomGenerator;

/// Someone who watches a course, in its order, by their habits.
public record Student(String id, Habits habits) {
    private static final Duration GAP_MIN = Duration.ofMinutes(1);
    private static final Duration GAP_MAX = Duration.ofHours(2);

    /// All sittings with the course's videos, one after the other; the first video is always begun.
    ///
    /// @param durations of the videos in seconds, by id, in course order
    /// @param beat how often the player reports
    List<WatchReport> watch(
            SequencedMap<String, Double> durations, Instant start, Duration beat, RandomGenerator dice) {
        List<WatchReport> reports = new ArrayList<>();
        Instant now = start;
        for (Map.Entry<String, Double> video : durations.entrySet()) {
            if (!reports.isEmpty() && dice.nextDouble() >= habits.starts()) {
                break;
            }
            for (Stretch stretch : stretches(video.getValue(), dice)) {
                String session = "s-" + Long.toHexString(dice.nextLong());
                Sitting sitting = new Sitting(this, video.getKey(), video.getValue(), session, now, dice);
                reports.addAll(sitting.watch(stretch.from(), stretch.until(), beat));
                now = sitting.end().plusSeconds(dice.nextLong(GAP_MIN.toSeconds(), GAP_MAX.toSeconds()));
            }
        }
        return reports;
    }

    /// From where to where a sitting goes, in seconds.
    private record Stretch(double from, double until) {}

    private List<Stretch> stretches(double duration, RandomGenerator dice) {
        double left = duration * dice.nextDouble(0.05, 0.75);
        if (dice.nextDouble() >= habits.finishes()) {
            return List.of(new Stretch(0, left));
        }
        List<Stretch> stretches = new ArrayList<>();
        if (dice.nextBoolean()) {
            stretches.add(new Stretch(0, duration));
        } else {
            stretches.add(new Stretch(0, left));
            stretches.add(new Stretch(left, duration));
        }
        if (dice.nextDouble() < habits.rewatches()) {
            stretches.add(new Stretch(0, left));
        }
        return stretches;
    }
}
