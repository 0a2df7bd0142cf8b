package dev.playhead.ingest.shorts;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

@Schema(name = "ShortShared", additionalProperties = AdditionalPropertiesValue.FALSE)
record ShareAnswer(
        @Schema(description = "Always true", requiredMode = RequiredMode.REQUIRED)
        boolean success) {}
