package dev.playhead.web.problem;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/// What a value of a Java type looks like to a caller, as a phrase that names no class.
final class Expectation {

    private static final Set<Class<?>> WHOLE =
            Set.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);
    private static final Set<Class<?>> DECIMAL = Set.of(Float.class, Double.class, BigDecimal.class, Number.class);

    private final JsonMapper mapper;

    Expectation(JsonMapper mapper) {
        this.mapper = mapper;
    }

    String of(@Nullable Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        }
        var boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        if (boxed.isEnum()) {
            return "must be one of " + constants(boxed);
        }
        return "must be " + noun(boxed);
    }

    private static String noun(Class<?> type) {
        if (WHOLE.contains(type)) {
            return "a whole number in range";
        }
        if (DECIMAL.contains(type)) {
            return "a finite number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a string";
        }
        if (TemporalAccessor.class.isAssignableFrom(type)) {
            return "a date or time as of RFC 3339";
        }
        return type.isArray() || Collection.class.isAssignableFrom(type) ? "an array" : "an object";
    }

    private String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> mapper.convertValue(constant, String.class))
                .collect(Collectors.joining(", "));
    }
}
