package dev.playhead.web.json;

import java.time.Instant;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// A value is what it says it is: `"1.5"` is no number, `1.0` no whole one, `"NaN"` nothing. A
/// caller who sends the wrong type hears of it, rather than finding its guess in someone's
/// progress.
final class StrictJson {

    /// The deepest body of ours, a course, has 7 levels.
    private static final int NESTING_MAX = 32;

    /// No number of ours needs more digits than a double's or a timestamp's.
    private static final int NUMBER_LENGTH_MAX = 64;

    private StrictJson() {}

    static void syntax(JsonFactoryBuilder factory) {
        factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(NESTING_MAX)
                        .maxNumberLength(NUMBER_LENGTH_MAX)
                        .build());
    }

    static void binding(JsonMapper.Builder mapper) {
        mapper.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .addModule(strictValues());
        refuseUnknownWhereAsked(mapper);
    }

    private static SimpleModule strictValues() {
        return new SimpleModule("strict-values")
                .addDeserializer(String.class, new StorableText())
                .addDeserializer(Instant.class, new Rfc3339Instant())
                .addDeserializer(double.class, new FiniteDouble(double.class))
                .addDeserializer(Double.class, new FiniteDouble(Double.class));
    }

    private static void refuseUnknownWhereAsked(JsonMapper.Builder mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .annotationIntrospector(
                        AnnotationIntrospectorPair.create(mapper.annotationIntrospector(), new UnknownFields()));
    }
}
