package dev.playhead.ingest.input;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Seconds on the wire, milliseconds inside, by way of exact decimals: 0.0005 s is one millisecond
/// and 1.0049999 s are 1005 of them, however a double would see it.
public final class Seconds {
    /// A week: longer than any recording, short enough that no sum of milliseconds comes near a bound.
    public static final BigDecimal MAX = BigDecimal.valueOf(7 * 24 * 60 * 60);

    private static final BigDecimal HALF_MS = new BigDecimal("0.0005");
    private static final int MS_DIGITS = 3;

    private Seconds() {}

    /// Rounded half up.
    ///
    /// @param seconds 0 to [#MAX]: a caller's number can have an exponent of any size, and only
    /// within these bounds is rounding it cheap
    public static long toMs(BigDecimal seconds) {
        if (seconds.signum() < 0 || seconds.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("not within 0 and " + MAX + " s");
        }
        if (seconds.compareTo(HALF_MS) < 0) {
            return 0;
        }
        return seconds.movePointRight(MS_DIGITS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /// As a caller would write it: `600`, `125.5`.
    public static String text(long ms) {
        return BigDecimal.valueOf(ms, MS_DIGITS).stripTrailingZeros().toPlainString();
    }
}
