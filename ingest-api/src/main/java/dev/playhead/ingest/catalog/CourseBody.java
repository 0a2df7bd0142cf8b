package dev.playhead.ingest.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.playhead.schemas.id.Ids;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/// A course as the API's document has it. [CourseReader] is what reads it.
@Schema(
        name = "Course",
        description = "At most 2,000 materials",
        additionalProperties = AdditionalPropertiesValue.FALSE,
        example = """
                {"title": "React", "completion": {"rule": "position", "video_threshold": 80}, "chapters": [
                  {"id": "c1", "title": "Basics", "materials": [
                    {"id": "video123", "kind": "VIDEO", "title": "Introduction to React", "duration": 600}]}]}""")
record CourseBody(
        @Schema(description = "The one in the path, or left out")
        String id,

        @Schema(description = "As read; not compared (If-Match is)", minimum = "1")
        Long version,

        @Schema(maxLength = CourseReader.TITLE_MAX, requiredMode = RequiredMode.REQUIRED)
        String title,

        CourseCompletion completion,
        List<ChapterBody> chapters) {

    @Schema(name = "CourseCompletion", additionalProperties = AdditionalPropertiesValue.FALSE)
    record CourseCompletion(
            @Schema(
                    description = "By the furthest position, or by the share that was watched",
                    allowableValues = {"position", "coverage"},
                    defaultValue = "position")
            String rule,

            @JsonProperty("video_threshold")
            @Schema(description = "Percent", minimum = "1", maximum = "100", defaultValue = "80")
            Integer videoThreshold,

            @JsonProperty("short_threshold")
            @Schema(description = "Percent", minimum = "1", maximum = "100", defaultValue = "95")
            Integer shortThreshold) {}

    @Schema(name = "Chapter", additionalProperties = AdditionalPropertiesValue.FALSE)
    record ChapterBody(
            @Schema(pattern = Ids.OTHER_PATTERN, requiredMode = RequiredMode.REQUIRED)
            String id,

            @Schema(maxLength = CourseReader.TITLE_MAX, requiredMode = RequiredMode.REQUIRED)
            String title,

            List<MaterialBody> materials) {}

    @Schema(name = "CourseWritten", additionalProperties = AdditionalPropertiesValue.FALSE)
    record Written(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "react")
            String id,

            @Schema(description = "As in the ETag", requiredMode = RequiredMode.REQUIRED, example = "3")
            long version) {}

    @Schema(name = "CourseDeleted", additionalProperties = AdditionalPropertiesValue.FALSE)
    record Deleted(
            @Schema(requiredMode = RequiredMode.REQUIRED, example = "react")
            String id) {}
}
