package dev.playhead.ingest.catalog;

import dev.playhead.ingest.input.Fields;
import dev.playhead.ingest.input.Seconds;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Material;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.id.Ids;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one material of a course.
final class MaterialReader {
    private static final Set<String> MATERIAL = Set.of(
            "id",
            "kind",
            "title",
            "description",
            "duration",
            "url",
            "aspect_ratio",
            "module_ref",
            "sequence",
            "published",
            "completion");
    private static final Set<String> COMPLETION = Set.of("rule", "threshold");
    private static final Map<String, MaterialKind> KINDS =
            Map.of("VIDEO", MaterialKind.VIDEO, "SHORT", MaterialKind.SHORT);
    static final String RATIO_FORM = "^[1-9]\\d{0,4}:[1-9]\\d{0,4}$";
    static final int DESCRIPTION_MAX = 5_000;
    static final int URL_MAX = 2_048;

    private static final Predicate<String> RATIO = Pattern.compile(RATIO_FORM).asMatchPredicate();

    private MaterialReader() {}

    /// Null where something it cannot be without was wrong; all that is wrong is noted.
    static @Nullable Material read(Fields fields) {
        fields.refuseAllBut(MATERIAL).require("id", "kind", "title", "duration");
        String id = fields.matching("id", Ids::isMaterial, Ids.OTHER_RULE);
        MaterialKind kind = fields.word("kind", KINDS);
        String title = fields.text("title", CourseReader.TITLE_MAX);
        Long durationMs = durationMs(fields);
        String description = fields.text("description", DESCRIPTION_MAX);
        String url = fields.text("url", URL_MAX);
        String ratio = fields.matching("aspect_ratio", RATIO, "must be width to height, such as 16:9");
        String module = fields.matching("module_ref", Ids::isOther, Ids.OTHER_RULE);
        Long sequence = fields.whole("sequence", 0, Integer.MAX_VALUE);
        Boolean published = fields.flag("published");
        Completion completion = completion(fields.object("completion"));
        if (id == null || kind == null || title == null || durationMs == null) {
            return null;
        }
        return new Material(
                id,
                kind,
                title,
                description,
                durationMs,
                url,
                ratio,
                module,
                sequence == null ? 0 : sequence.intValue(),
                published == null || published,
                completion.rule(),
                completion.threshold());
    }

    private static @Nullable Long durationMs(Fields fields) {
        BigDecimal duration = fields.number("duration", BigDecimal.ZERO, Seconds.MAX);
        if (duration == null) {
            return null;
        }
        long ms = Seconds.toMs(duration);
        if (ms > 0) {
            return ms;
        }
        fields.noteAt("duration").wrong("must be more than 0");
        return null;
    }

    private static Completion completion(@Nullable Fields fields) {
        if (fields == null) {
            return new Completion(null, null);
        }
        fields.refuseAllBut(COMPLETION);
        Long threshold = fields.whole("threshold", 1, CourseReader.PERCENT_MAX);
        return new Completion(fields.word("rule", CourseReader.RULES), threshold == null ? null : threshold.intValue());
    }

    private record Completion(
            @Nullable CompletionRule rule, @Nullable Integer threshold) {}
}
