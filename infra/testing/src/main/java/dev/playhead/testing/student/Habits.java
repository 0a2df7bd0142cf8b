package dev.playhead.testing.student;

import java.util.random.RandomGenerator;

/// How a student watches. Chances are from 0 to 1.
///
/// @param speed of the player
/// @param starts how likely the next video of the course is begun at all
/// @param finishes how likely a video that was begun is watched to its end
/// @param pauses chance of a pause at each heartbeat
/// @param seeks chance of a jump at each heartbeat
/// @param rewatches chance that a finished video is opened once more
public record Habits(double speed, double starts, double finishes, double pauses, double seeks, double rewatches) {
    private static final double[] SPEEDS = {1, 1, 1, 1.25, 1.5, 2};

    static Habits of(RandomGenerator dice) {
        return new Habits(
                SPEEDS[dice.nextInt(SPEEDS.length)],
                dice.nextDouble(0.3, 0.75),
                dice.nextDouble(0.4, 0.95),
                dice.nextDouble(0.02, 0.1),
                dice.nextDouble(0.0, 0.06),
                dice.nextDouble(0.0, 0.2));
    }
}
