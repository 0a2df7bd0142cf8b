package dev.playhead.web.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;

/// The body of a problem, as the document has it.
@Schema(
        name = ProblemSchema.NAME,
        description = "A refusal or failure (RFC 9457)",
        additionalProperties = AdditionalPropertiesValue.FALSE)
record ProblemSchema(
        @Schema(description = "Its kind, stable", requiredMode = RequiredMode.REQUIRED)
        String type,

        @Schema(description = "Its kind, for people", requiredMode = RequiredMode.REQUIRED)
        String title,

        @Schema(description = "The HTTP status", requiredMode = RequiredMode.REQUIRED)
        int status,

        @Schema(description = "What was wrong, where, what to do", requiredMode = RequiredMode.REQUIRED)
        String detail,

        @Schema(description = "The request's path, where it could be read")
        String instance,

        @Schema(description = "All that is wrong with the input; of a 422")
        List<FieldSchema> errors,

        @JsonProperty("retry_after") @Schema(description = "Seconds; of 429 and 503", minimum = "1")
        Long retryAfter,

        @Schema(description = "Always false; for older clients", requiredMode = RequiredMode.REQUIRED)
        boolean success,

        @Schema(description = "The same as detail; for older clients", requiredMode = RequiredMode.REQUIRED)
        String error) {

    static final String NAME = "Problem";

    @Schema(name = "FieldError", additionalProperties = AdditionalPropertiesValue.FALSE)
    record FieldSchema(
            @Schema(
                    description = "As the caller wrote it",
                    example = "chapters[0].title",
                    requiredMode = RequiredMode.REQUIRED)
            String field,

            @Schema(
                    description = "A phrase that reads on from it",
                    example = "is required",
                    requiredMode = RequiredMode.REQUIRED)
            String message) {}
}
