package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.input.Seconds;
import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Numbers as nearly every player writes them, of six digits before the point and twelve after it at
/// most, as so many trillionths: exact, and cheaper than a decimal of any size.
final class UsualNumber {
    static final long ONE = 1_000_000_000_000L;

    /// Of seconds.
    static final long MAX = Seconds.MAX.longValueExact() * ONE;

    /// What the functions here answer of any other.
    static final long NONE = -1;

    private static final int FRACTION_DIGITS = 12;
    private static final int WHOLE_DIGITS_MAX = 6;
    private static final int SEQUENCE_DIGITS_MAX = 18;
    private static final long MS = ONE / 1_000;
    private static final int NONE_YET = -1;
    private static final long[] TENS = tens();

    private UsualNumber() {}

    /// Of the parser's token.
    static long trillionths(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT
                ? trillionths(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength())
                : NONE;
    }

    /// Of the parser's token, where it is a whole number.
    static long whole(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT || parser.getStringLength() > SEQUENCE_DIGITS_MAX) {
            return NONE;
        }
        long number = parser.getLongValue();
        return number < 0 ? NONE : number;
    }

    /// Rounded half up.
    static long ms(long trillionths) {
        return (trillionths + MS / 2) / MS;
    }

    static BigDecimal decimal(long trillionths) {
        return BigDecimal.valueOf(trillionths, FRACTION_DIGITS);
    }

    /// As it was written, with so many digits after the point.
    static BigDecimal decimal(long trillionths, int digits) {
        return decimal(trillionths).setScale(digits);
    }

    /// How many digits the parser's token, a number, has after the point.
    static int fractionDigits(JsonParser parser) {
        char[] text = parser.getStringCharacters();
        int offset = parser.getStringOffset();
        int length = parser.getStringLength();
        for (int i = 0; i < length; i++) {
            if (text[offset + i] == '.') {
                return length - i - 1;
            }
        }
        return 0;
    }

    /// A sign or an exponent is not usual.
    static long trillionths(char[] text, int offset, int length) {
        long number = 0;
        int point = NONE_YET;
        for (int i = 0; i < length; i++) {
            char c = text[offset + i];
            if (c == '.' && point == NONE_YET) {
                point = i;
            } else if (c < '0' || c > '9' || i >= WHOLE_DIGITS_MAX + 1 + FRACTION_DIGITS) {
                return NONE;
            } else {
                number = number * 10 + c - '0';
            }
        }
        int whole = point == NONE_YET ? length : point;
        int fraction = point == NONE_YET ? 0 : length - point - 1;
        return whole > WHOLE_DIGITS_MAX || fraction > FRACTION_DIGITS
                ? NONE
                : number * TENS[FRACTION_DIGITS - fraction];
    }

    private static long[] tens() {
        long[] tens = new long[FRACTION_DIGITS + 1];
        tens[0] = 1;
        for (int i = 1; i < tens.length; i++) {
            tens[i] = tens[i - 1] * 10;
        }
        return tens;
    }
}
