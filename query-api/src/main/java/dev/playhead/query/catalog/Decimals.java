package dev.playhead.query.catalog;

import java.math.BigDecimal;

/// Numbers as they are written on the wire: plain decimals without trailing zeros.
public final class Decimals {
    private static final int DIGITS_OF_MS = 3;

    private Decimals() {}

    public static BigDecimal seconds(long ms) {
        return plain(BigDecimal.valueOf(ms, DIGITS_OF_MS));
    }

    /// Never `1E+1`, which Jackson would print for a stripped 10.
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
