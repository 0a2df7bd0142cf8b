package dev.playhead.testing.student;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How a student watches.
///
/// @param rate at which a sitting begins to play
/// @param chances from 0 to 1: of what is done while playing at each beat; of [Whim#REPLAY] at each
/// end; of what concerns devices at each sitting; of the rest at each video. None said is zero.
public record Habits(double rate, Map<Whim, Double> chances) {
    static final double RATE_MIN = 0.5;
    static final double RATE_MAX = 2;

    private static final double[] RATES = {1, 1, 1, 1, 0.5, 0.75, 1.25, 1.5, 1.75, 2};

    public Habits {
        if (!(rate >= RATE_MIN && rate <= RATE_MAX)) {
            throw new IllegalArgumentException("a rate of " + rate);
        }
        chances = Map.copyOf(chances);
    }

    /// Watches every video from its start to its end, once, and does nothing else.
    public static Habits steady() {
        return new Habits(1, Map.of(Whim.FINISH, 1.0));
    }

    /// Everything happens now and then.
    public static Habits mixed(RandomGenerator dice) {
        return new Habits(anyRate(dice), Map.of())
                .with(Whim.PAUSE, dice.nextDouble(0.05))
                .with(Whim.LONG_PAUSE, dice.nextDouble(0.005))
                .with(Whim.SEEK, dice.nextDouble(0.05))
                .with(Whim.SILENT_SEEK, dice.nextDouble(0.02))
                .with(Whim.RATE_CHANGE, dice.nextDouble(0.01))
                .with(Whim.ABANDON, dice.nextDouble(0.005))
                .with(Whim.REPLAY, dice.nextDouble(0.1))
                .with(Whim.OFFLINE, dice.nextDouble(0.2))
                .with(Whim.CHANGE_DEVICE, dice.nextDouble(0.2))
                .with(Whim.SECOND_DEVICE, dice.nextDouble(0.1))
                .with(Whim.SKIP, dice.nextDouble(0.5))
                .with(Whim.FINISH, dice.nextDouble(0.4, 0.95))
                .with(Whim.REWATCH, dice.nextDouble(0.3));
    }

    /// The ordinary: of a hundred students 70 hardly ever rewatch, 27 do before exams, 3 do a lot.
    public static Habits ordinary(RandomGenerator dice) {
        int percentile = dice.nextInt(100);
        double rewatches = percentile < 70 ? 0.02 : percentile < 97 ? 0.3 : 0.85;
        return mixed(dice)
                .with(Whim.SKIP, dice.nextDouble(0.3))
                .with(Whim.FINISH, dice.nextDouble(0.7, 0.98))
                .with(Whim.OFFLINE, dice.nextDouble(0.05))
                .with(Whim.SECOND_DEVICE, dice.nextDouble(0.01))
                .with(Whim.REWATCH, rewatches);
    }

    public Habits with(Whim whim, double chance) {
        Map<Whim, Double> changed = new EnumMap<>(Whim.class);
        changed.putAll(chances);
        changed.put(whim, chance);
        return new Habits(rate, changed);
    }

    public Habits atRate(double other) {
        return new Habits(other, chances);
    }

    boolean does(Whim whim, RandomGenerator dice) {
        return dice.nextDouble() < chances.getOrDefault(whim, 0.0);
    }

    Optional<Whim> atABeat(RandomGenerator dice) {
        return Whim.AT_A_BEAT.stream().filter(whim -> does(whim, dice)).findFirst();
    }

    static double anyRate(RandomGenerator dice) {
        return RATES[dice.nextInt(RATES.length)];
    }
}
