package dev.playhead.ingest.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.playhead.schemas.id.Ids;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;

/// A material as the API's document has it. [MaterialReader] is what reads it.
@Schema(name = "Material", additionalProperties = AdditionalPropertiesValue.FALSE)
record MaterialBody(
        @Schema(pattern = Ids.OTHER_PATTERN, requiredMode = RequiredMode.REQUIRED)
        String id,

        @Schema(
                allowableValues = {"VIDEO", "SHORT"},
                requiredMode = RequiredMode.REQUIRED)
        String kind,

        @Schema(maxLength = CourseReader.TITLE_MAX, requiredMode = RequiredMode.REQUIRED)
        String title,

        @Schema(maxLength = MaterialReader.DESCRIPTION_MAX) String description,

        @Schema(description = "Seconds", minimum = "0.0005", maximum = "604800", requiredMode = RequiredMode.REQUIRED)
        BigDecimal duration,

        @Schema(description = "Where players find it", maxLength = MaterialReader.URL_MAX)
        String url,

        @JsonProperty("aspect_ratio") @Schema(example = "16:9", pattern = MaterialReader.RATIO_FORM)
        String aspectRatio,

        @JsonProperty("module_ref") @Schema(example = "1.1", pattern = Ids.OTHER_PATTERN)
        String moduleRef,

        @Schema(minimum = "0", maximum = "2147483647", defaultValue = "0")
        Long sequence,

        @Schema(description = "Whether it shows and counts", defaultValue = "true")
        Boolean published,

        MaterialCompletion completion) {

    @Schema(
            name = "MaterialCompletion",
            description = "Over the course's",
            additionalProperties = AdditionalPropertiesValue.FALSE)
    record MaterialCompletion(
            @Schema(allowableValues = {"position", "coverage"})
            String rule,

            @Schema(description = "Percent", minimum = "1", maximum = "100")
            Integer threshold) {}
}
