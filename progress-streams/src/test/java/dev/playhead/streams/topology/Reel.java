package dev.playhead.streams.topology;

import java.util.Arrays;

/// What of a material was watched, a millisecond a place, in plain loops.
final class Reel {
    private static final int RUNS_MAX = 32;

    private final boolean[] watched;

    /// Of which bucket a millisecond is the middle; -1 of none.
    private final byte[] middleOf;

    private int durationMs;
    private long[] heat = {};
    private int runs;
    private long playedMs;

    Reel(int longestMs) {
        watched = new boolean[longestMs];
        middleOf = new byte[longestMs];
        clear();
    }

    void clear() {
        Arrays.fill(watched, false);
        Arrays.fill(middleOf, (byte) -1);
        durationMs = 0;
        heat = new long[0];
        runs = 0;
        playedMs = 0;
    }

    /// It is so long now. A bucket was played as often as what was there.
    void cut(long newDurationMs) {
        if (newDurationMs == durationMs) {
            return;
        }
        int buckets = (int) Math.max(1, Math.min(100, newDurationMs / 1_000));
        long[] moved = new long[buckets];
        Arrays.fill(middleOf, (byte) -1);
        for (int bucket = 0; bucket < buckets; bucket++) {
            int middle = (int) (newDurationMs * (2L * bucket + 1) / (2L * buckets));
            middleOf[middle] = (byte) bucket;
            moved[bucket] = middle < durationMs ? heat[(int) ((long) middle * heat.length / durationMs)] : 0;
        }
        heat = moved;
        durationMs = (int) newDurationMs;
    }

    /// @param onlyNew whether what was watched before is not played again
    void play(long fromMs, long toMs, boolean onlyNew) {
        for (int ms = (int) fromMs; ms < toMs; ms++) {
            if (onlyNew && watched[ms]) {
                continue;
            }
            playedMs++;
            if (middleOf[ms] >= 0) {
                heat[middleOf[ms]]++;
            }
            watch(ms);
        }
    }

    /// So many pieces are remembered; of more the two become one that are closest.
    void bridge() {
        while (runs > RUNS_MAX) {
            int gapFrom = 0;
            int gapTo = Integer.MAX_VALUE;
            int end = -1;
            for (int ms = 0; ms < watched.length; ms++) {
                if (watched[ms] && end >= 0 && end < ms && ms - end < gapTo - gapFrom) {
                    gapFrom = end;
                    gapTo = ms;
                }
                end = watched[ms] ? ms + 1 : end;
            }
            for (int ms = gapFrom; ms < gapTo; ms++) {
                watch(ms);
            }
        }
    }

    int durationMs() {
        return durationMs;
    }

    /// Of all time, repeats included.
    long playedMs() {
        return playedMs;
    }

    long[] heat() {
        return heat;
    }

    /// One for each bucket of which at least half was watched. A bucket need not begin at a whole
    /// millisecond: each counts as many times as there are buckets, once for each part that lies in it.
    long[] retention() {
        long[] parts = new long[heat.length];
        for (long ms = 0; ms < durationMs; ms++) {
            if (watched[(int) ms]) {
                // Those of a millisecond lie in one bucket, or in two that meet in it.
                int bucket = (int) (ms * heat.length / durationMs);
                long meeting = Math.min((ms + 1) * heat.length, (bucket + 1L) * durationMs);
                parts[bucket] += meeting - ms * heat.length;
                if (bucket + 1 < heat.length) {
                    parts[bucket + 1] += (ms + 1) * heat.length - meeting;
                }
            }
        }
        long[] retention = new long[heat.length];
        for (int bucket = 0; bucket < heat.length; bucket++) {
            retention[bucket] = parts[bucket] * 2 >= durationMs ? 1 : 0;
        }
        return retention;
    }

    private void watch(int ms) {
        if (watched[ms]) {
            return;
        }
        watched[ms] = true;
        runs++;
        runs -= ms > 0 && watched[ms - 1] ? 1 : 0;
        runs -= ms + 1 < watched.length && watched[ms + 1] ? 1 : 0;
    }
}
