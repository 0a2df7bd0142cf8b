package dev.playhead.ingest.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Times as nearly every client writes them, `2026-11-21T08:30:00Z` or `2026-11-21T08:30:00.125Z`,
/// read by hand: two of them stand in each heartbeat, and a formatter takes longer for them than
/// everything else in it does. Empty of any other form, and of what is no time.
final class UsualTime {
    private static final String FORM = "0000-00-00T00:00:00Z";
    private static final String FORM_WITH_MS = "0000-00-00T00:00:00.000Z";
    private static final int SECONDS_IN_DAY = 86_400;
    private static final int SECONDS_IN_HOUR = 3_600;
    private static final int SECONDS_IN_MINUTE = 60;
    private static final int NANOS_IN_MS = 1_000_000;

    private UsualTime() {}

    static Optional<Instant> parse(String text) {
        boolean hasMs = text.length() == FORM_WITH_MS.length();
        if (!isOf(hasMs ? FORM_WITH_MS : FORM, text)) {
            return Optional.empty();
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return Optional.empty();
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            long seconds = day * SECONDS_IN_DAY + hour * SECONDS_IN_HOUR + minute * SECONDS_IN_MINUTE + second;
            return Optional.of(Instant.ofEpochSecond(seconds, hasMs ? number(text, 20, 23) * NANOS_IN_MS : 0));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Where the form has a zero, any digit.
    private static boolean isOf(String form, String text) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            boolean fits = form.charAt(i) == '0' ? c >= '0' && c <= '9' : c == form.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
