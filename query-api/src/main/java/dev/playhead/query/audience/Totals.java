package dev.playhead.query.audience;

import dev.playhead.query.catalog.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What all viewers of a video did, added up.
///
/// @param furthestBasisPoints the furthest point of each, in hundredths of a percent
record Totals(long viewers, long views, long completions, long watchedMs, long furthestBasisPoints) {
    static final Totals NOTHING = new Totals(0, 0, 0, 0, 0);

    private static final int MS_DIGITS = 3;
    private static final int PERCENT_DIGITS = 2;

    /// In seconds, to the millisecond; 0 of nobody.
    BigDecimal averageWatchTime() {
        return ofEach(watchedMs, MS_DIGITS);
    }

    /// In percent; 0 of nobody.
    BigDecimal averagePercentage() {
        return ofEach(furthestBasisPoints, PERCENT_DIGITS);
    }

    private BigDecimal ofEach(long sum, int digits) {
        return viewers == 0
                ? BigDecimal.ZERO
                : Decimals.plain(BigDecimal.valueOf(sum, digits)
                        .divide(BigDecimal.valueOf(viewers), digits, RoundingMode.HALF_UP));
    }
}
