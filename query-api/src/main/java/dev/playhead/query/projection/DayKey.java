package dev.playhead.query.projection;

import dev.playhead.query.record.UnreadableRecordException;
import dev.playhead.schemas.id.Ids;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A material on a day.
record DayKey(String material, LocalDate day) {
    private static final Pattern TEXT = Pattern.compile("([^/]+)/([0-9]{4}-[0-9]{2}-[0-9]{2})");

    static DayKey parse(byte[] key) throws UnreadableRecordException {
        Matcher text = TEXT.matcher(new String(key, StandardCharsets.UTF_8));
        if (!text.matches() || !Ids.isMaterial(text.group(1))) {
            throw none();
        }
        try {
            return new DayKey(text.group(1), LocalDate.parse(text.group(2)));
        } catch (DateTimeException e) {
            throw none();
        }
    }

    private static UnreadableRecordException none() {
        return new UnreadableRecordException("the key is no material on a day");
    }
}
