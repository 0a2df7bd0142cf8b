package dev.playhead.query.audience;

import dev.playhead.query.catalog.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// What many watch over again: ranges that are repeated more than the rest of the video is, and more
/// than chance would have it. Who watches all of it twice makes no spot hot.
final class Hotspots {
    private static final int MAX = 5;

    /// A repeat for so many viewers.
    private static final double SHARE_MIN = 0.1;

    private static final double OF_USUAL = 0.5;
    private static final double CHANCE = 4;

    /// Two with so many buckets between them are one.
    private static final int GAP_MAX = 1;

    private static final int DIGITS = 2;

    private final long[] repeats;
    private final long viewers;
    private final Buckets buckets;
    private final double least;

    private Hotspots(long[] repeats, long viewers, Buckets buckets) {
        this.repeats = repeats;
        this.viewers = viewers;
        this.buckets = buckets;
        long usual = usual(repeats);
        double more = Math.max(viewers * SHARE_MIN, Math.max(usual * OF_USUAL, CHANCE * Math.sqrt(usual + 1.0)));
        this.least = usual + more;
    }

    /// Those watched most first.
    static List<Hotspot> of(Curve curve, long viewers, Buckets buckets) {
        return viewers == 0 ? List.of() : new Hotspots(repeats(curve), viewers, buckets).hottest();
    }

    private List<Hotspot> hottest() {
        List<Hotspot> found = new ArrayList<>();
        for (int from = nextHot(0); from < repeats.length; ) {
            int to = end(from);
            found.add(hotspot(from, to));
            from = nextHot(to);
        }
        found.sort(Comparator.comparing(Hotspot::score).reversed());
        return List.copyOf(found.subList(0, Math.min(MAX, found.size())));
    }

    private int nextHot(int from) {
        int bucket = from;
        while (bucket < repeats.length && repeats[bucket] < least) {
            bucket++;
        }
        return bucket;
    }

    /// Behind the last bucket of the range that begins here.
    private int end(int from) {
        int to = from + 1;
        for (int next = nextHot(to); next < repeats.length && next - to <= GAP_MAX; next = nextHot(to)) {
            to = next + 1;
        }
        return to;
    }

    private Hotspot hotspot(int from, int to) {
        long sum = Arrays.stream(repeats, from, to).sum();
        BigDecimal score = BigDecimal.valueOf(sum)
                .divide(
                        BigDecimal.valueOf(viewers).multiply(BigDecimal.valueOf(to - from)),
                        DIGITS,
                        RoundingMode.HALF_UP);
        return new Hotspot(buckets.start(from), buckets.start(to), Decimals.plain(score));
    }

    /// Of each bucket, how often it was played beyond the first time.
    private static long[] repeats(Curve curve) {
        long[] repeats = new long[curve.heat().length];
        for (int bucket = 0; bucket < repeats.length; bucket++) {
            repeats[bucket] = Math.max(0, curve.heat()[bucket] - curve.retention()[bucket]);
        }
        return repeats;
    }

    /// The lower median.
    private static long usual(long[] repeats) {
        long[] sorted = repeats.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }
}
