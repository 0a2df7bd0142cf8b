package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.input.Fields;
import dev.playhead.ingest.input.Note;
import dev.playhead.ingest.input.Numbers;
import dev.playhead.ingest.input.Seconds;
import dev.playhead.schemas.event.Segment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads `played: [[from, to], …]`.
final class PlayedReader {
    static final int SEGMENTS_MAX = 1_000;

    private static final String PLAYED = "played";

    private PlayedReader() {}

    static List<Segment> read(Fields fields, BigDecimal durationMax) {
        JsonNode array = fields.array(PLAYED);
        if (array == null) {
            return List.of();
        }
        if (array.size() > SEGMENTS_MAX) {
            fields.noteAt(PLAYED).wrong("must have at most " + SEGMENTS_MAX + " segments");
            return List.of();
        }
        return IntStream.range(0, array.size())
                .mapToObj(i -> segment(array.get(i), durationMax, fields, PLAYED + "[" + i + "]"))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Segment segment(JsonNode pair, BigDecimal durationMax, Fields fields, String at) {
        if (!pair.isArray() || pair.size() != 2) {
            fields.noteAt(at).wrong("must be a pair [from, to]");
            return null;
        }
        BigDecimal from = bound(pair.get(0), durationMax, fields.noteAt(at + "[0]"));
        BigDecimal to = bound(pair.get(1), durationMax, fields.noteAt(at + "[1]"));
        if (from == null || to == null) {
            return null;
        }
        if (from.compareTo(to) > 0) {
            fields.noteAt(at + "[0]").wrong("must not be more than its end, " + at + "[1]");
            return null;
        }
        Segment segment = new Segment(Seconds.toMs(from), Seconds.toMs(to));
        return segment.getFromMs() < segment.getToMs() ? segment : null;
    }

    private static @Nullable BigDecimal bound(JsonNode value, BigDecimal max, Note note) {
        return Numbers.decimal(value, BigDecimal.ZERO, max, note);
    }
}
