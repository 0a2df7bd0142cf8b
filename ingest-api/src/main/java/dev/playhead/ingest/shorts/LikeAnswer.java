package dev.playhead.ingest.shorts;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;

@Schema(name = "ShortLiked", additionalProperties = AdditionalPropertiesValue.FALSE)
record LikeAnswer(
        @Schema(description = "Always true", requiredMode = RequiredMode.REQUIRED)
        boolean success,

        @Schema(description = "Whether the student likes it now", requiredMode = RequiredMode.REQUIRED)
        boolean liked) {}
