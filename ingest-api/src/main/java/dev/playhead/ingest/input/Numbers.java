package dev.playhead.ingest.input;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Numbers as a caller wrote them, within bounds.
public final class Numbers {
    private Numbers() {}

    /// Null where there is none, or where it is wrong and that is noted.
    public static @Nullable BigDecimal decimal(@Nullable JsonNode value, BigDecimal min, BigDecimal max, Note note) {
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            note.wrong("must be a number");
            return null;
        }
        BigDecimal number = value.decimalValue();
        if (number.compareTo(min) < 0 || number.compareTo(max) > 0) {
            note.wrong("must be from " + min.toPlainString() + " to " + max.toPlainString());
            return null;
        }
        return number;
    }

    static @Nullable Long whole(@Nullable JsonNode value, long min, long max, Note note) {
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            note.wrong("must be a whole number");
            return null;
        }
        if (!value.canConvertToLong() || value.longValue() < min || value.longValue() > max) {
            note.wrong("must be from " + min + " to " + max);
            return null;
        }
        return value.longValue();
    }
}
