package dev.playhead.ingest.heartbeat;

import dev.playhead.schemas.event.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// `played` as it was said: pairs of usual numbers as so many trillionths; from the first that is
/// none on, JSON.
final class SaidSegments {
    private static final int PAIR = 2;

    private long[] bounds = new long[2 * PAIR];
    private int size;
    private @Nullable ArrayNode json;

    private SaidSegments() {}

    /// From the array's first token to its last.
    static SaidSegments read(JsonParser parser) {
        SaidSegments said = new SaidSegments();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            said.take(parser);
        }
        return said;
    }

    /// Empty where any of them is not usual, or not within the duration.
    Optional<List<Segment>> within(long duration) {
        if (json != null || size > PlayedReader.SEGMENTS_MAX * PAIR) {
            return Optional.empty();
        }
        List<Segment> segments = new ArrayList<>(size / PAIR);
        for (int i = 0; i < size; i += PAIR) {
            if (bounds[i] > bounds[i + 1] || bounds[i + 1] > duration) {
                return Optional.empty();
            }
            Segment segment = new Segment(UsualNumber.ms(bounds[i]), UsualNumber.ms(bounds[i + 1]));
            if (segment.getFromMs() < segment.getToMs()) {
                segments.add(segment);
            }
        }
        return Optional.of(segments);
    }

    private void take(JsonParser parser) {
        if (json != null || parser.currentToken() != JsonToken.START_ARRAY) {
            json().add(parser.<JsonNode>readValueAsTree());
            return;
        }
        int first = size;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long bound = size - first < PAIR ? UsualNumber.trillionths(parser) : UsualNumber.NONE;
            if (bound == UsualNumber.NONE) {
                takeRest(first, parser);
                return;
            }
            add(bound);
        }
        if (size - first < PAIR) {
            ArrayNode begun = begun(first);
            json().add(begun);
        }
    }

    private void takeRest(int first, JsonParser parser) {
        ArrayNode pair = begun(first);
        do {
            pair.add(parser.<JsonNode>readValueAsTree());
        } while (parser.nextToken() != JsonToken.END_ARRAY);
        json().add(pair);
    }

    private void add(long bound) {
        if (size == bounds.length) {
            bounds = Arrays.copyOf(bounds, size * 2);
        }
        bounds[size++] = bound;
    }

    /// What was taken of a pair that is none.
    private ArrayNode begun(int first) {
        ArrayNode pair = numbers(first, size);
        size = first;
        return pair;
    }

    ArrayNode json() {
        if (json == null) {
            json = JsonNodeFactory.instance.arrayNode();
            for (int i = 0; i < size; i += PAIR) {
                json.add(numbers(i, i + PAIR));
            }
        }
        return json;
    }

    private ArrayNode numbers(int from, int to) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        for (int i = from; i < to; i++) {
            numbers.add(UsualNumber.decimal(bounds[i]));
        }
        return numbers;
    }
}
