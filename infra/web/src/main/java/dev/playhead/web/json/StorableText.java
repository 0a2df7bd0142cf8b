package dev.playhead.web.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// JSON can write text that cannot be kept: PostgreSQL has no U+0000, UTF-8 no half of a surrogate
/// pair. Found only behind the log, such a text would stop everything that comes after it.
final class StorableText extends StdScalarDeserializer<String> {

    StorableText() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(handledType(), parser);
        }
        var text = parser.getString();
        return text.codePoints().allMatch(StorableText::isStorable)
                ? text
                : (String) context.handleWeirdStringValue(handledType(), text, "not storable");
    }

    private static boolean isStorable(int character) {
        return character != 0 && Character.getType(character) != Character.SURROGATE;
    }
}
