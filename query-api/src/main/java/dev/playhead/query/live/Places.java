package dev.playhead.query.live;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How many streams are open, here and by each user.
final class Places {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final int max;
    private final int perUserMax;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    Places(int max, int perUserMax) {
        this.max = max;
        this.perUserMax = perUserMax;
    }

    /// @throws ProblemException (429, 503) where there is none left
    synchronized void take(String user) {
        int own = taken.getOrDefault(user, 0);
        if (own >= perUserMax) {
            throw new ProblemException(Problem.tooManyRequests(
                    "The caller has %d streams open here; close one, then try again".formatted(own), RETRY_AFTER));
        }
        if (all >= max) {
            throw new ProblemException(Problem.unavailable(
                    "This instance has as many streams open as it takes; try again in a moment", RETRY_AFTER));
        }
        taken.put(user, own + 1);
        all++;
    }

    synchronized void free(String user) {
        taken.computeIfPresent(user, (name, own) -> own == 1 ? null : own - 1);
        all--;
    }
}
