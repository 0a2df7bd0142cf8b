package dev.playhead.web.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Jackson takes numbers, and strings of digits, for seconds since 1970, and years that overflow milliseconds.
final class Rfc3339Instant extends StdScalarDeserializer<Instant> {

    private static final int YEAR_MAX = 9999;

    Rfc3339Instant() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(handledType(), parser);
        }
        var text = parser.getString();
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() >= 0 && time.getYear() <= YEAR_MAX) {
                return time.toInstant();
            }
        } catch (DateTimeException wrong) {
            return (Instant) context.handleWeirdStringValue(handledType(), text, "no RFC 3339 time");
        }
        return (Instant) context.handleWeirdStringValue(handledType(), text, "not in the years 0 to 9999");
    }
}
