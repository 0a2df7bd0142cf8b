package dev.playhead.testing.student;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// What may happen to a report on its way.
///
/// @param chance from 0 to 1
/// @param max how long it takes at most, when it happens
public record Mishap(double chance, Duration max) {
    public static final Mishap NEVER = new Mishap(0, Duration.ofMillis(1));

    public Mishap {
        if (!max.isPositive()) {
            throw new IllegalArgumentException("takes " + max);
        }
    }

    boolean happens(RandomGenerator dice) {
        return dice.nextDouble() < chance;
    }

    Duration length(RandomGenerator dice) {
        return Duration.ofMillis(dice.nextLong(1, max.toMillis() + 1));
    }
}
