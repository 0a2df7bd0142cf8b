package dev.playhead.query.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.playhead.schemas.event.Chapter;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Material;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A course as it was put, with its id and version. What was left out stays left out.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Course")
record CourseAnswer(String id, long version, String title, CompletionAnswer completion, List<ChapterAnswer> chapters) {

    /// @param shown which materials the caller may see
    static CourseAnswer of(Course course, Predicate<Material> shown) {
        return new CourseAnswer(
                course.getCourseId(),
                course.getVersion(),
                course.getTitle(),
                new CompletionAnswer(
                        name(course.getCompletion().getRule()),
                        course.getCompletion().getVideoThreshold(),
                        course.getCompletion().getShortThreshold()),
                course.getChapters().stream()
                        .map(chapter -> ChapterAnswer.of(chapter, shown))
                        .toList());
    }

    @Schema(name = "CompletionRule")
    record CompletionAnswer(String rule, int videoThreshold, int shortThreshold) {}

    @Schema(name = "Chapter")
    record ChapterAnswer(String id, String title, List<MaterialAnswer> materials) {
        static ChapterAnswer of(Chapter chapter, Predicate<Material> shown) {
            return new ChapterAnswer(
                    chapter.getId(),
                    chapter.getTitle(),
                    chapter.getMaterials().stream()
                            .filter(shown)
                            .map(MaterialAnswer::of)
                            .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Material")
    record MaterialAnswer(
            String id,
            String kind,
            String title,
            @Nullable String description,
            BigDecimal duration,
            @Nullable String url,
            @Nullable String aspectRatio,
            @Nullable String moduleRef,
            int sequence,
            boolean published,
            @Nullable OwnCompletion completion) {

        static MaterialAnswer of(Material material) {
            return new MaterialAnswer(
                    material.getId(),
                    material.getKind().name(),
                    material.getTitle(),
                    material.getDescription(),
                    Decimals.seconds(material.getDurationMs()),
                    material.getUrl(),
                    material.getAspectRatio(),
                    material.getModuleRef(),
                    material.getSequence(),
                    material.getPublished(),
                    OwnCompletion.of(material.getCompletionRule(), material.getCompletionThreshold()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OwnCompletionRule")
    record OwnCompletion(@Nullable String rule, @Nullable Integer threshold) {
        static @Nullable OwnCompletion of(@Nullable CompletionRule rule, @Nullable Integer threshold) {
            return rule == null && threshold == null
                    ? null
                    : new OwnCompletion(rule == null ? null : name(rule), threshold);
        }
    }

    private static String name(CompletionRule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }
}
