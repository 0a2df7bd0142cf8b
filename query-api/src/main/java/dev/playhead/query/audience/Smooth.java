package dev.playhead.query.audience;

import java.util.Arrays;

/// A curve without its noise.
final class Smooth {
    private static final int RADIUS_MAX = 2;

    private Smooth() {}

    /// Of each bucket the median of it and its neighbours, up to two on either side and as many on the
    /// one as on the other. What goes up or down alone stays as it is, steps stay steep, and a bucket
    /// or two that are unlike their neighbours become like them.
    static long[] median(long[] curve) {
        long[] smooth = new long[curve.length];
        for (int bucket = 0; bucket < curve.length; bucket++) {
            int radius = Math.min(RADIUS_MAX, Math.min(bucket, curve.length - 1 - bucket));
            long[] near = Arrays.copyOfRange(curve, bucket - radius, bucket + radius + 1);
            Arrays.sort(near);
            smooth[bucket] = near[radius];
        }
        return smooth;
    }

    /// How far the curve usually is from what it is without its noise.
    static double noise(long[] curve, long[] smooth) {
        double squares = 0;
        for (int bucket = 0; bucket < curve.length; bucket++) {
            double off = curve[bucket] - smooth[bucket];
            squares += off * off;
        }
        return curve.length == 0 ? 0 : Math.sqrt(squares / curve.length);
    }
}
