package dev.playhead.testing.student;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// One student's way through the shorts: begun somewhere, then on and on, now and then one back, from
/// sitting to sitting.
final class Scroll {
    private static final Duration BETWEEN_TWO = Duration.ofMillis(400);
    private static final double SEEN_WHOLE = 0.6;
    private static final double GONE_BACK = 0.08;
    private static final double LIKED = 0.15;
    private static final double SHARED = 0.04;
    private static final double GLANCE_MAX = 0.3;

    private final String student;
    private final List<Video> shorts;
    private final RandomGenerator dice;
    private final Set<Video> seen = new HashSet<>();
    private final List<ShortsCall> calls = new ArrayList<>();
    private int place;

    Scroll(String student, List<Video> shorts, RandomGenerator dice) {
        this.student = student;
        this.shorts = List.copyOf(shorts);
        this.dice = dice;
        this.place = dice.nextInt(shorts.size());
    }

    /// @param count how many shorts it has; one that is come back to counts again
    void sitting(Instant start, int count) {
        Instant at = start;
        for (int left = count - 1; left >= 0; left--) {
            Video it = shorts.get(Math.floorMod(place, shorts.size()));
            boolean isFirst = seen.add(it);
            boolean isBack = isFirst && left < count - 1 && left > 0 && dice.nextDouble() < GONE_BACK;
            at = isFirst ? watch(it, at, swipe(left, isBack)) : glance(it, at, swipe(left, isBack));
            place += isBack ? -1 : 1;
        }
    }

    List<ShortsCall> calls() {
        return List.copyOf(calls);
    }

    private Instant watch(Video it, Instant from, String swipe) {
        double share = dice.nextDouble() < SEEN_WHOLE ? 1 : dice.nextDouble();
        calls.add(ShortsCall.watched(student, it, 0, "none", from));
        Instant to = leave(it, from, share, swipe);
        if (dice.nextDouble() < LIKED) {
            calls.add(ShortsCall.liked(student, it, to));
        }
        if (dice.nextDouble() < SHARED) {
            calls.add(ShortsCall.shared(student, it, to));
        }
        return to.plus(BETWEEN_TWO);
    }

    /// Of one seen before: a report alone, so that the API's rate has nobody wait.
    private Instant glance(Video it, Instant from, String swipe) {
        return leave(it, from, dice.nextDouble(GLANCE_MAX), swipe).plus(BETWEEN_TWO);
    }

    private Instant leave(Video it, Instant from, double share, String swipe) {
        long positionMs = Math.round(it.durationMs() * share);
        Instant to = from.plusMillis(positionMs);
        calls.add(ShortsCall.watched(student, it, positionMs, swipe, to));
        return to;
    }

    /// The last one is left by closing it.
    private static String swipe(int left, boolean isBack) {
        if (left == 0) {
            return "none";
        }
        return isBack ? "down" : "up";
    }
}
