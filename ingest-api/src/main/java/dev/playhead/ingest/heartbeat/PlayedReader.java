package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.input.Fields;
import dev.playhead.ingest.input.Note;
import dev.playhead.ingest.input.Numbers;
import dev.playhead.ingest.input.Seconds;
import dev.playhead.schemas.event.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads `played: [[from, to], …]`.
final class PlayedReader {
    static final int SEGMENTS_MAX = 1_000;

    private static final String PLAYED = "played";
    private static final String FROM = "[0]";
    private static final String TO = "[1]";

    private final Fields fields;
    private final int index;

    private PlayedReader(Fields fields, int index) {
        this.fields = fields;
        this.index = index;
    }

    static List<Segment> read(Fields fields, BigDecimal durationMax) {
        JsonNode array = fields.array(PLAYED);
        if (array == null) {
            return List.of();
        }
        if (array.size() > SEGMENTS_MAX) {
            fields.noteAt(PLAYED).wrong("must have at most " + SEGMENTS_MAX + " segments");
            return List.of();
        }
        List<Segment> segments = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            Segment segment = new PlayedReader(fields, i).segment(array.get(i), durationMax);
            if (segment != null) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private @Nullable Segment segment(JsonNode pair, BigDecimal durationMax) {
        if (!pair.isArray() || pair.size() != 2) {
            noteAt("").wrong("must be a pair [from, to]");
            return null;
        }
        BigDecimal from = bound(pair.get(0), durationMax, noteAt(FROM));
        BigDecimal to = bound(pair.get(1), durationMax, noteAt(TO));
        if (from == null || to == null) {
            return null;
        }
        if (from.compareTo(to) > 0) {
            noteAt(FROM).wrong("must not be more than its end, " + at(TO));
            return null;
        }
        Segment segment = new Segment(Seconds.toMs(from), Seconds.toMs(to));
        return segment.getFromMs() < segment.getToMs() ? segment : null;
    }

    /// Named when there is something to say, which is hardly ever.
    private Note noteAt(String bound) {
        return message -> fields.noteAt(at(bound)).wrong(message);
    }

    private String at(String bound) {
        return PLAYED + "[" + index + "]" + bound;
    }

    private static @Nullable BigDecimal bound(JsonNode value, BigDecimal max, Note note) {
        return Numbers.decimal(value, BigDecimal.ZERO, max, note);
    }
}
