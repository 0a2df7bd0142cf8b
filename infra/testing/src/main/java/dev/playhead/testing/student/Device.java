package dev.playhead.testing.student;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// What a student watches on.
///
/// @param clockError what its clock shows less what the time is, ever the same
/// @param saysWhenSent whether ingest can know that error
public record Device(String id, Player player, Duration clockError, boolean saysWhenSent) {
    /// Ingest refuses what is more than 5 min in the future.
    private static final Duration AHEAD_UNSAID_MAX = Duration.ofMinutes(4);

    private static final Duration BEHIND_UNSAID_MAX = Duration.ofDays(2);
    private static final Duration ERROR_MAX = Duration.ofDays(3);

    public Device {
        if (!saysWhenSent && clockError.compareTo(AHEAD_UNSAID_MAX) > 0) {
            throw new IllegalArgumentException(id + " is " + clockError + " ahead and does not say so");
        }
    }

    /// One whose clock is right.
    public static Device of(String id, Player player) {
        return new Device(id, player, Duration.ZERO, false);
    }

    /// Half of them are full players; of three clocks one is right.
    static Device any(String id, RandomGenerator dice) {
        Player player = dice.nextBoolean() ? Player.FULL : Player.values()[dice.nextInt(Player.values().length)];
        return switch (dice.nextInt(3)) {
            case 0 -> new Device(id, player, Duration.ZERO, dice.nextBoolean());
            case 1 -> new Device(id, player, between(ERROR_MAX.negated(), ERROR_MAX, dice), true);
            default -> new Device(id, player, between(BEHIND_UNSAID_MAX.negated(), AHEAD_UNSAID_MAX, dice), false);
        };
    }

    Instant shows(Instant time) {
        return time.plus(clockError);
    }

    private static Duration between(Duration min, Duration max, RandomGenerator dice) {
        return Duration.ofMillis(dice.nextLong(min.toMillis(), max.toMillis() + 1));
    }
}
