package dev.playhead.query.audience;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/// What many watch over again.
@Schema(name = "Hotspot")
record Hotspot(
        @Schema(description = "In seconds") BigDecimal from,

        @Schema(description = "In seconds") BigDecimal to,

        @Schema(description = "How often a viewer, on average, watched it once more")
        BigDecimal score) {}
