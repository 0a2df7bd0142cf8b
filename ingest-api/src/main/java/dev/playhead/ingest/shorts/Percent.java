package dev.playhead.ingest.shorts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How much of a short, in percent, and how far that is.
final class Percent {
    static final BigDecimal MAX = BigDecimal.valueOf(100);

    private static final int DIGITS = 2;

    /// Of a week it is less than a millisecond. A caller's number can have an exponent of any size,
    /// and rounding it is cheap only above this.
    private static final BigDecimal NEXT_TO_NOTHING = new BigDecimal("0.0000001");

    private Percent() {}

    /// The last whole millisecond reached, so that 94.999 % of a short is not 95 % of it; of what
    /// reaches the threshold the next one, so that 95 % is.
    ///
    /// @param percent 0 to [#MAX]
    static long ms(BigDecimal percent, long durationMs, int threshold) {
        if (percent.compareTo(NEXT_TO_NOTHING) < 0) {
            return 0;
        }
        return percent.multiply(BigDecimal.valueOf(durationMs))
                .movePointLeft(2)
                .setScale(
                        0,
                        percent.compareTo(BigDecimal.valueOf(threshold)) < 0
                                ? RoundingMode.FLOOR
                                : RoundingMode.CEILING)
                .longValueExact();
    }

    static BigDecimal of(long ms, long durationMs) {
        return BigDecimal.valueOf(ms)
                .multiply(MAX)
                .divide(BigDecimal.valueOf(durationMs), DIGITS, RoundingMode.HALF_UP);
    }
}
