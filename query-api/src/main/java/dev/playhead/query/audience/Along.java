package dev.playhead.query.audience;

import dev.playhead.query.catalog.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/// What is said of an audience along its video.
///
/// @param retention shares of the viewers, 0 to 1
record Along(
        List<BigDecimal> retention, List<Long> heat, List<Long> exits, List<DropOff> dropOffs, List<Hotspot> hotspots) {
    private static final int DIGITS = 4;

    static Along of(Curve curve, long viewers, Buckets buckets) {
        return new Along(
                Arrays.stream(curve.retention())
                        .mapToObj(seen -> share(seen, viewers))
                        .toList(),
                Arrays.stream(curve.heat()).boxed().toList(),
                Arrays.stream(curve.exits()).boxed().toList(),
                DropOffs.of(curve.retention(), viewers, buckets),
                Hotspots.of(curve, viewers, buckets));
    }

    /// Of nobody nothing was seen.
    static BigDecimal share(long of, long viewers) {
        return viewers == 0
                ? BigDecimal.ZERO
                : Decimals.plain(BigDecimal.valueOf(Math.min(of, viewers))
                        .divide(BigDecimal.valueOf(viewers), DIGITS, RoundingMode.HALF_UP));
    }
}
