package dev.playhead.query.audience;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Where many stop watching: the steepest falls of the retention. What is only skipped, and seen again
/// further on, is no loss; nor is what everybody loses all along, a few in every bucket, what chance
/// would do, or the credits.
final class DropOffs {
    private static final int MAX = 5;

    /// Of the video: how long a fall may take and still be one.
    private static final double SPAN = 0.03;

    private static final double SHARE_MIN = 0.05;

    /// A fall is so much more than what is lost elsewhere.
    private static final double TIMES_USUAL = 2;

    /// As often as viewers leave at random, as many at once happens to one steady curve in a hundred.
    private static final double CHANCE = 3.5;

    private static final double TIMES_NOISE = 3;

    private static final long CREDITS_MS_MIN = 10_000;
    private static final double CREDITS_SHARE = 0.02;
    private static final double CREDITS_SHARE_MAX = 0.1;

    private final long viewers;
    private final Buckets buckets;
    private final double noise;

    /// Of each bucket before the credits, how many there still are, there or further on.
    private final long[] left;

    private final int span;

    private DropOffs(long[] retention, long viewers, Buckets buckets) {
        this.viewers = viewers;
        this.buckets = buckets;
        long[] smooth = Smooth.median(retention);
        this.noise = Smooth.noise(retention, smooth);
        this.left = left(smooth, beforeCredits(buckets));
        this.span = (int) Math.max(1, Math.round(retention.length * SPAN));
    }

    /// The steepest first.
    static List<DropOff> of(long[] retention, long viewers, Buckets buckets) {
        return viewers == 0 ? List.of() : new DropOffs(retention, viewers, buckets).steepest();
    }

    private List<DropOff> steepest() {
        List<DropOff> found = new ArrayList<>();
        BitSet taken = new BitSet();
        List<Integer> falls = IntStream.range(0, left.length - span)
                .boxed()
                .sorted(Comparator.comparingLong(this::lost).reversed())
                .toList();
        for (int from : falls) {
            if (found.size() < MAX
                    && stands(lost(from))
                    && taken.get(from, from + span).isEmpty()) {
                taken.set(from, from + span);
                found.add(dropOff(from));
            }
        }
        return found;
    }

    private long lost(int from) {
        return left[from] - left[from + span];
    }

    private boolean stands(long lost) {
        double usual = usual(lost);
        return lost >= viewers * SHARE_MIN
                && lost >= noise * TIMES_NOISE
                && lost >= usual * TIMES_USUAL
                && lost >= usual + CHANCE * Math.sqrt(usual + 1);
    }

    /// What is lost over as much of the rest of the video.
    private double usual(long lost) {
        int rest = left.length - 1 - span;
        return rest == 0 ? 0 : (double) (left[0] - left[left.length - 1] - lost) * span / rest;
    }

    private DropOff dropOff(int from) {
        int steepest = IntStream.rangeClosed(from + 1, from + span)
                .boxed()
                .max(Comparator.comparingLong(bucket -> left[bucket - 1] - left[bucket]))
                .orElseThrow();
        return new DropOff(buckets.start(steepest), Along.share(lost(from), viewers));
    }

    private static long[] left(long[] smooth, int count) {
        long[] left = new long[count];
        long most = 0;
        for (int bucket = smooth.length - 1; bucket >= 0; bucket--) {
            most = Math.max(most, smooth[bucket]);
            if (bucket < count) {
                left[bucket] = most;
            }
        }
        return left;
    }

    /// Credits are where nobody resumes, and of what is short the last tenth.
    private static int beforeCredits(Buckets buckets) {
        long durationMs = buckets.durationMs();
        double creditsMs =
                Math.min(Math.max(CREDITS_MS_MIN, durationMs * CREDITS_SHARE), durationMs * CREDITS_SHARE_MAX);
        return (int) IntStream.range(0, buckets.count())
                .filter(bucket -> buckets.startMs(bucket) < durationMs - creditsMs)
                .count();
    }
}
