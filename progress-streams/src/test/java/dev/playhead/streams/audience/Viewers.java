package dev.playhead.streams.audience;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.WatchState;
import dev.playhead.testing.sample.Heartbeats;
import dev.playhead.testing.sample.Interactions;
import java.util.List;
import java.util.SplittableRandom;

/// Students who watch as they like, and their states. Run again with `-Dplayhead.seed=…` for the
/// same ones.
final class Viewers {
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final List<Double> DURATIONS = List.of(0.7, 3.999, 25.0, 61.137, 99.999, 100.0, 183.401);
    private static final int HOUR_S = 3_600;
    private static final int HOURS_MAX = 30;
    private static final int DEEDS_MAX = 12;

    private final SplittableRandom dice = new SplittableRandom(SEED);
    private double now;

    static String again() {
        return "-Dplayhead.seed=" + SEED;
    }

    /// After a few heartbeats, now and then of a duration that changed.
    WatchState any() {
        double duration = anyDuration();
        WatchState state = WatchState.initial();
        for (int left = dice.nextInt(DEEDS_MAX); left > 0; left--) {
            duration = dice.nextInt(6) == 0 ? anyDuration() : duration;
            state = Fold.advance(state, watched(duration));
        }
        return state;
    }

    /// One deed later: watched, or liked, or reset.
    WatchState after(WatchState state) {
        return switch (dice.nextInt(12)) {
            case 0 -> state.reset(heartbeat().after(now).build().getOccurredAt());
            case 1 -> Fold.advance(state, Interactions.like().after(now).build());
            case 2 -> Fold.advance(state, Interactions.unlike().after(now).build());
            case 3 -> Fold.advance(state, Interactions.share().after(now).build());
            default -> Fold.advance(state, watched(anyDuration()));
        };
    }

    int anyOf(int many) {
        return dice.nextInt(many);
    }

    /// Hours after the one before, so that all it says can have been played; some come late.
    private Heartbeat watched(double duration) {
        now += dice.nextInt(HOUR_S, HOURS_MAX * HOUR_S);
        boolean isLate = dice.nextInt(4) == 0;
        double at = isLate ? Math.max(1, now - dice.nextInt(5 * HOURS_MAX * HOUR_S)) : now;
        Heartbeats watched = heartbeat()
                .session("s" + dice.nextInt(3), (long) at)
                .after(at)
                .duration(duration)
                .position(dice.nextInt(8) == 0 ? duration : dice.nextDouble(duration) * 0.8);
        for (int left = dice.nextInt(4); left > 0; left--) {
            double from = dice.nextDouble(duration);
            watched.played(from, dice.nextDouble(from, duration));
        }
        return watched.playedNothingElse().build();
    }

    private double anyDuration() {
        return DURATIONS.get(dice.nextInt(DURATIONS.size()));
    }
}
