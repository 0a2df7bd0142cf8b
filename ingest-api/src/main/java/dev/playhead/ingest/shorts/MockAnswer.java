package dev.playhead.ingest.shorts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.math.BigDecimal;

@Schema(name = "MockProgress", additionalProperties = AdditionalPropertiesValue.FALSE)
record MockAnswer(
        @Schema(description = "Always true", requiredMode = RequiredMode.REQUIRED)
        boolean success,

        @Schema(example = MockAnswer.MESSAGE, requiredMode = RequiredMode.REQUIRED)
        String message,

        @JsonProperty("watch_percentage")
        @Schema(
                description = "As sent, or else as the position says",
                minimum = "0",
                maximum = "100",
                requiredMode = RequiredMode.REQUIRED)
        BigDecimal watchPercentage) {
    /// The document's.
    static final String MESSAGE = "Mock progress tracked (not saved to database)";

    static MockAnswer of(Watched watched) {
        return new MockAnswer(true, MESSAGE, watched.percentage());
    }
}
