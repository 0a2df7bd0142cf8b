package dev.playhead.web.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/// Jackson takes the strings `"NaN"` and `"Infinity"` for doubles, and reads `1e999` as infinity.
/// Nothing of ours is not finite.
final class FiniteDouble extends StdScalarDeserializer<Double> {

    FiniteDouble(Class<Double> type) {
        super(type);
    }

    @Override
    public @Nullable Double deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.currentToken().isNumeric()) {
            return (Double) context.handleUnexpectedToken(handledType(), parser);
        }
        var value = parser.getDoubleValue();
        return Double.isFinite(value)
                ? (Double) value
                : (Double) context.handleWeirdNumberValue(handledType(), value, "not finite");
    }

    @Override
    public @Nullable Double getNullValue(DeserializationContext context) {
        return handledType().isPrimitive() ? context.reportInputMismatch(this, "null is no number") : null;
    }
}
