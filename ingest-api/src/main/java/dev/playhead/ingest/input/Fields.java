package dev.playhead.ingest.input;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A JSON object as a caller wrote it. Each look at a field gives its value, or null where there is
/// none or a wrong one; what is wrong is noted under the field's path. A field that is `null` is
/// one that is not there.
public final class Fields {
    private static final String REQUIRED = "is required";
    private static final String UUID_FORM = "00000000-0000-0000-0000-000000000000";

    private final JsonNode object;
    private final String path;
    private final Errors errors;

    private Fields(JsonNode object, String path, Errors errors) {
        this.object = object;
        this.path = path;
        this.errors = errors;
    }

    /// Empty, and noted, where the body is no object.
    public static Optional<Fields> of(JsonNode body, Errors errors) {
        return at(body, "", "body", errors);
    }

    /// Of one element among several.
    ///
    /// @param path of the element, as errors are to name it
    public static Optional<Fields> of(JsonNode element, String path, Errors errors) {
        return at(element, path, path, errors);
    }

    /// Notes each of these that is not there.
    public Fields require(String... names) {
        for (String name : names) {
            if (value(name) == null) {
                errors.add(path(name), REQUIRED);
            }
        }
        return this;
    }

    /// Notes each field that is none of these.
    public Fields refuseAllBut(Set<String> known) {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> errors.add(path(Text.shortened(name)), "is not a known field"));
        return this;
    }

    public @Nullable BigDecimal number(String name, BigDecimal min, BigDecimal max) {
        return Numbers.decimal(value(name), min, max, noteAt(name));
    }

    public @Nullable Long whole(String name, long min, long max) {
        return Numbers.whole(value(name), min, max, noteAt(name));
    }

    public @Nullable Boolean flag(String name) {
        JsonNode value = valueThatIs("true or false", name, JsonNode::isBoolean);
        return value == null ? null : value.booleanValue();
    }

    public @Nullable String string(String name) {
        JsonNode value = valueThatIs("a string", name, JsonNode::isString);
        return value == null ? null : value.stringValue();
    }

    /// An id, which some clients write as a number.
    public @Nullable String id(String name) {
        JsonNode value = valueThatIs("a string or a whole number", name, id -> id.isString() || id.isIntegralNumber());
        if (value == null) {
            return null;
        }
        return value.isString() ? value.stringValue() : value.bigIntegerValue().toString();
    }

    /// Text that people read: not blank, of at most so many characters.
    public @Nullable String text(String name, int lengthMax) {
        String text = string(name);
        if (text == null) {
            return null;
        }
        Optional<String> wrong = Text.wrong(text, lengthMax);
        wrong.ifPresent(noteAt(name)::wrong);
        return wrong.isPresent() ? null : text;
    }

    /// Text that passes a test.
    ///
    /// @param rule what the test asks for, as a phrase
    public @Nullable String matching(String name, Predicate<String> test, String rule) {
        String text = string(name);
        if (text == null || test.test(text)) {
            return text;
        }
        noteAt(name).wrong(rule);
        return null;
    }

    public @Nullable UUID uuid(String name) {
        String text = matching(name, Fields::isUuid, "must be a UUID");
        return text == null ? null : UUID.fromString(text);
    }

    /// One of a few words, and what it stands for.
    public <T> @Nullable T word(String name, Map<String, T> words) {
        String text = string(name);
        if (text == null) {
            return null;
        }
        T meaning = words.get(text);
        if (meaning == null) {
            List<String> known = words.keySet().stream().sorted().toList();
            noteAt(name).wrong("must be one of " + String.join(", ", known));
        }
        return meaning;
    }

    public @Nullable Fields object(String name) {
        JsonNode value = value(name);
        return value == null ? null : at(value, path(name), path(name), errors).orElse(null);
    }

    public boolean has(String name) {
        return value(name) != null;
    }

    /// What is in an object; nothing where there is no object.
    public Fields within(String name) {
        Fields there = object(name);
        return there == null ? new Fields(JsonNodeFactory.instance.objectNode(), path(name), errors) : there;
    }

    /// The objects of an array; none where there is no array.
    public List<Fields> objects(String name) {
        return elements(name).stream().flatMap(Optional::stream).toList();
    }

    /// An array as it is, for a reader of its own.
    public @Nullable JsonNode array(String name) {
        return valueThatIs("an array", name, JsonNode::isArray);
    }

    /// Notes something about a field that only its reader can know.
    public Note noteAt(String name) {
        return message -> errors.add(path(name), message);
    }

    private List<Optional<Fields>> elements(String name) {
        JsonNode array = array(name);
        if (array == null) {
            return List.of();
        }
        return IntStream.range(0, array.size())
                .mapToObj(i -> element(array.get(i), path(name) + "[" + i + "]"))
                .toList();
    }

    private Optional<Fields> element(JsonNode element, String at) {
        return at(element, at, at, errors);
    }

    private static Optional<Fields> at(JsonNode value, String path, String called, Errors errors) {
        if (!value.isObject()) {
            errors.add(called, "must be an object");
            return Optional.empty();
        }
        return Optional.of(new Fields(value, path, errors));
    }

    /// `UUID.fromString` takes shorter ones too.
    private static boolean isUuid(String text) {
        if (text.length() != UUID_FORM.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDigit = c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
            if (UUID_FORM.charAt(i) == '-' ? c != '-' : !isDigit) {
                return false;
            }
        }
        return true;
    }

    private @Nullable JsonNode value(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private @Nullable JsonNode valueThatIs(String kind, String name, Predicate<JsonNode> test) {
        JsonNode value = value(name);
        if (value == null || test.test(value)) {
            return value;
        }
        noteAt(name).wrong("must be " + kind);
        return null;
    }
}
