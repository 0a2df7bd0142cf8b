package dev.playhead.bench.freshness;

import java.util.Map;
import java.util.stream.Collectors;

/// How the platform was at one time of a long run.
///
/// @param atSeconds since the load began
/// @param accepted heartbeats up to then
/// @param heap in use, by service, garbage included
/// @param resident memory, by process
/// @param disk by what has it
record Vitals(
        long atSeconds,
        long accepted,
        Map<String, Long> heap,
        Map<String, Long> resident,
        Map<String, Long> disk,
        Lag.Reach reach) {
    private static final double MB = 1_024 * 1_024;

    /// @param before what was there the last time
    /// @param p99Ms of how fresh reads were meanwhile
    String line(Vitals before, double p99Ms) {
        double perSecond = (double) (accepted - before.accepted) / Math.max(1, atSeconds - before.atSeconds);
        return "%4d:%02d %7.0f/s  p99 %6.0f ms  lag %6d + %-6d heap %s  memory %s  disk %s"
                .formatted(
                        atSeconds / 60,
                        atSeconds % 60,
                        perSecond,
                        p99Ms,
                        reach.written() - reach.folded(),
                        reach.folded() - reach.seen(),
                        mb(heap),
                        mb(resident),
                        mb(disk));
    }

    private static String mb(Map<String, Long> bytes) {
        return bytes.entrySet().stream()
                .map(each -> "%s %.0f".formatted(each.getKey(), each.getValue() / MB))
                .collect(Collectors.joining(", "));
    }
}
