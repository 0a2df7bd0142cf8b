package dev.playhead.bench.load;

import java.util.function.Consumer;

/// What is busy is optimised late in the services as they are shipped, and in the limits, which have
/// the same options: so they are kept busy until they get no faster.
public final class WarmUp {
    private static final int TURNS_MAX = 12;
    private static final int NO_FASTER_MAX = 2;
    private static final double FASTER = 1.05;

    private WarmUp() {}

    /// Runs turn after turn until two of them in a row were no faster than the fastest, or enough were run.
    ///
    /// @return what the fastest reached
    public static double run(String what, Consumer<String> say, Turn turn) throws Exception {
        return run(what, say, TURNS_MAX, NO_FASTER_MAX, turn);
    }

    /// The same for what takes more turns, and goes up and down more.
    public static double run(String what, Consumer<String> say, int turnsMax, int noFasterMax, Turn turn)
            throws Exception {
        say.accept("Warming up: " + what);
        double best = 0;
        int noFaster = 0;
        for (int turns = 0; turns < turnsMax && noFaster < noFasterMax; turns++) {
            double perSecond = turn.perSecond();
            say.accept("  %,.0f a second".formatted(perSecond));
            noFaster = perSecond > FASTER * best ? 0 : noFaster + 1;
            best = Math.max(best, perSecond);
        }
        return best;
    }

    /// Some seconds of it.
    public interface Turn {
        double perSecond() throws Exception;
    }
}
