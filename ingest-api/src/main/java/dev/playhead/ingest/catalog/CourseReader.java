package dev.playhead.ingest.catalog;

import dev.playhead.ingest.input.Errors;
import dev.playhead.ingest.input.Fields;
import dev.playhead.schemas.event.Chapter;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.CompletionSettings;
import dev.playhead.schemas.event.Material;
import dev.playhead.schemas.id.Ids;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a whole course from a body.
final class CourseReader {
    static final int MATERIALS_MAX = 2_000;
    static final int TITLE_MAX = 500;
    static final int PERCENT_MAX = 100;
    static final Map<String, CompletionRule> RULES =
            Map.of("position", CompletionRule.POSITION, "coverage", CompletionRule.COVERAGE);

    /// `id` and `version` are what a read answers: a course may be written back as it was read.
    private static final Set<String> COURSE = Set.of("id", "version", "title", "completion", "chapters");

    private static final Set<String> COMPLETION = Set.of("rule", "video_threshold", "short_threshold");
    private static final Set<String> CHAPTER = Set.of("id", "title", "materials");

    private final Errors errors;
    private final Set<String> chapterIds = new HashSet<>();
    private final Set<String> materialIds = new HashSet<>();
    private int materialsSeen;

    private CourseReader(Errors errors) {
        this.errors = errors;
    }

    /// Empty where anything was wrong, and then that is noted.
    static Optional<CourseDraft> read(String courseId, Fields fields, Errors errors) {
        return new CourseReader(errors).course(courseId, fields);
    }

    private Optional<CourseDraft> course(String courseId, Fields fields) {
        fields.refuseAllBut(COURSE).require("title");
        fields.matching("id", courseId::equals, "must be the id in the path, or be left out");
        fields.whole("version", 1, Long.MAX_VALUE);
        String title = fields.text("title", TITLE_MAX);
        CompletionSettings completion = completion(fields.object("completion"));
        List<Chapter> chapters = fields.objects("chapters").stream()
                .map(this::chapter)
                .filter(Objects::nonNull)
                .toList();
        if (materialsSeen > MATERIALS_MAX) {
            fields.noteAt("chapters").wrong("must have at most " + MATERIALS_MAX + " materials together");
        }
        return !errors.isEmpty() || title == null
                ? Optional.empty()
                : Optional.of(new CourseDraft(title, completion, chapters));
    }

    private static CompletionSettings completion(@Nullable Fields fields) {
        CompletionRule rule = null;
        Long video = null;
        Long shorts = null;
        if (fields != null) {
            fields.refuseAllBut(COMPLETION);
            rule = fields.word("rule", RULES);
            video = fields.whole("video_threshold", 1, PERCENT_MAX);
            shorts = fields.whole("short_threshold", 1, PERCENT_MAX);
        }
        return new CompletionSettings(
                rule == null ? CompletionDefaults.RULE : rule,
                video == null ? CompletionDefaults.VIDEO_THRESHOLD : video.intValue(),
                shorts == null ? CompletionDefaults.SHORT_THRESHOLD : shorts.intValue());
    }

    private @Nullable Chapter chapter(Fields fields) {
        fields.refuseAllBut(CHAPTER).require("id", "title");
        String id = fields.matching("id", Ids::isOther, Ids.OTHER_RULE);
        String title = fields.text("title", TITLE_MAX);
        noteDuplicate(fields, id, chapterIds);
        List<Material> materials = fields.objects("materials").stream()
                .map(this::material)
                .filter(Objects::nonNull)
                .toList();
        return id == null || title == null ? null : new Chapter(id, title, materials);
    }

    private @Nullable Material material(Fields fields) {
        materialsSeen++;
        Material material = MaterialReader.read(fields);
        noteDuplicate(fields, material == null ? null : material.getId(), materialIds);
        return material;
    }

    private static void noteDuplicate(Fields fields, @Nullable String id, Set<String> seen) {
        if (id != null && !seen.add(id)) {
            fields.noteAt("id").wrong("is there twice in the course");
        }
    }
}
