package dev.playhead.ingest.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;

/// Times as nearly every client writes them, `2026-11-21T08:30:00Z` or with a fraction of up to nine
/// digits, `2026-11-21T08:30:00.125Z`, read by hand to the millisecond: two of them stand in each
/// heartbeat, and a formatter takes longer for them than everything else in it does. Empty of any
/// other form, and of what is no time.
final class UsualTime {
    private static final String FORM = "0000-00-00T00:00:00";
    private static final int POINT = FORM.length();
    private static final int FRACTION = POINT + 1;
    private static final int FRACTION_DIGITS_MAX = 9;
    private static final int MS_DIGITS = 3;
    private static final int SECONDS_IN_DAY = 86_400;
    private static final int SECONDS_IN_HOUR = 3_600;
    private static final int SECONDS_IN_MINUTE = 60;
    private static final int MS_IN_SECOND = 1_000;

    private UsualTime() {}

    static OptionalLong epochMs(String text) {
        if (!isOfUsualForm(text)) {
            return OptionalLong.empty();
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return OptionalLong.empty();
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            long seconds = day * SECONDS_IN_DAY + hour * SECONDS_IN_HOUR + minute * SECONDS_IN_MINUTE + second;
            return OptionalLong.of(seconds * MS_IN_SECOND + ms(text));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean isOfUsualForm(String text) {
        int last = text.length() - 1;
        return last >= POINT && text.charAt(last) == 'Z' && isOfForm(text) && hasUsualFraction(text, last);
    }

    /// Where the form has a zero, any digit.
    private static boolean isOfForm(String text) {
        for (int i = 0; i < POINT; i++) {
            char c = text.charAt(i);
            if (FORM.charAt(i) == '0' ? !isDigit(c) : c != FORM.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// None is one too.
    private static boolean hasUsualFraction(String text, int end) {
        if (end == POINT) {
            return true;
        }
        int digits = end - FRACTION;
        if (text.charAt(POINT) != '.' || digits < 1 || digits > FRACTION_DIGITS_MAX) {
            return false;
        }
        for (int i = FRACTION; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// What is less than one is cut off.
    private static int ms(String text) {
        int ms = 0;
        for (int i = FRACTION; i < FRACTION + MS_DIGITS; i++) {
            ms = ms * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
        }
        return ms;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
