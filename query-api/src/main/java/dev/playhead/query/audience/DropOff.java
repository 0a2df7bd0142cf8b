package dev.playhead.query.audience;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/// Where many stop watching.
///
/// @param lost 0 to 1
@Schema(name = "DropOffPoint")
record DropOff(
        @Schema(description = "In seconds") BigDecimal position,

        @Schema(description = "The share of all viewers who stop there, 0 to 1")
        BigDecimal lost) {}
