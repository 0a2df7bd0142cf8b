package dev.playhead.ingest.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Times of RFC 3339, with any offset, to the millisecond.
public final class Times {
    private static final Instant MIN = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant MAX = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Times() {}

    /// Epoch milliseconds; null where there is none, or where it is wrong and that is noted.
    public static @Nullable Long epochMs(Fields fields, String name) {
        String text = fields.string(name);
        if (text == null) {
            return null;
        }
        OptionalLong usual = UsualTime.epochMs(text);
        return usual.isPresent() ? Long.valueOf(usual.getAsLong()) : epochMsOfAnyForm(text, fields.noteAt(name));
    }

    /// Of a time as nearly every client writes it; empty of any other, be it right or wrong.
    public static OptionalLong usualEpochMs(String text) {
        return UsualTime.epochMs(text);
    }

    private static @Nullable Long epochMsOfAnyForm(String text, Note note) {
        Optional<Instant> time = parseAnyForm(text);
        if (time.isEmpty()) {
            note.wrong("must be a time of RFC 3339, such as 2026-11-21T08:30:00Z");
            return null;
        }
        return time.get().toEpochMilli();
    }

    private static Optional<Instant> parseAnyForm(String text) {
        try {
            Instant time = DateTimeFormatter.ISO_INSTANT.parse(text, Instant::from);
            // ISO 8601 goes on to years that have no place in milliseconds.
            return time.isBefore(MIN) || time.isAfter(MAX) ? Optional.empty() : Optional.of(time);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
