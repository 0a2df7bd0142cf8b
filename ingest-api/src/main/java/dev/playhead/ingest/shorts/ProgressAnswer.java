package dev.playhead.ingest.shorts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;

@Schema(
        name = "ShortProgressAccepted",
        additionalProperties = AdditionalPropertiesValue.FALSE,
        example = "{\"success\": true, \"watch_percentage\": 50, \"completed\": false}")
record ProgressAnswer(
        @Schema(description = "Always true", requiredMode = RequiredMode.REQUIRED)
        boolean success,

        @JsonProperty("watch_percentage")
        @Schema(
                description = "As sent, or else as the position says",
                minimum = "0",
                maximum = "100",
                requiredMode = RequiredMode.REQUIRED)
        BigDecimal watchPercentage,

        @Schema(
                description = "Whether this report reaches the threshold; never of a short that is completed by how"
                        + " much of it was covered, which no report shows by itself",
                requiredMode = RequiredMode.REQUIRED)
        boolean completed) {}
