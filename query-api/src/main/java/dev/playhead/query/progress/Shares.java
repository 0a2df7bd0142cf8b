package dev.playhead.query.progress;

import dev.playhead.query.catalog.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/// Shares of a whole, from 0 to 100, exact until they are written as percentages.
public final class Shares {
    static final BigDecimal ALL = BigDecimal.valueOf(100);

    private static final int PERCENT_DECIMALS = 2;

    /// So exact that rounding what was rounded to it is rounding once. One digit more for each
    /// step before.
    private static final int EXACT_DECIMALS = 20;

    private Shares() {}

    public static BigDecimal of(long partMs, long wholeMs) {
        return wholeMs <= 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(partMs)
                        .multiply(ALL)
                        .divide(BigDecimal.valueOf(wholeMs), EXACT_DECIMALS + 10, RoundingMode.HALF_UP)
                        .min(ALL);
    }

    /// 0 of none.
    static BigDecimal mean(Collection<BigDecimal> shares) {
        return mean(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add), shares.size());
    }

    /// 0 of none.
    ///
    /// @param sum of as many shares as are counted, each rounded to 30 decimals at least
    public static BigDecimal mean(BigDecimal sum, int count) {
        return count == 0
                ? BigDecimal.ZERO
                : sum.divide(BigDecimal.valueOf(count), EXACT_DECIMALS, RoundingMode.HALF_UP);
    }

    public static BigDecimal percentage(BigDecimal share) {
        return Decimals.plain(share.setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP));
    }
}
