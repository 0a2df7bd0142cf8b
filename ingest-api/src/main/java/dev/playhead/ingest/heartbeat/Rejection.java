package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.web.problem.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.stream.Stream;

/// Why one of a batch was not accepted.
///
/// @param index zero-based
/// @param error what is wrong with the field, as a phrase; `rate_limited` is one to go by
@Schema(additionalProperties = AdditionalPropertiesValue.FALSE)
record Rejection(
        @Schema(description = "Zero-based", requiredMode = RequiredMode.REQUIRED)
        int index,

        @Schema(description = "As the caller wrote it", requiredMode = RequiredMode.REQUIRED)
        String field,

        @Schema(
                description = "A phrase that reads on from it; of one over the rate, rate_limited",
                requiredMode = RequiredMode.REQUIRED)
        String error) {
    /// Enough to mend it by. The smallest wrong heartbeat must not make a large answer, 5,000 times.
    private static final int TOLD_MAX = 5;

    static Stream<Rejection> of(int index, Refused refused) {
        return errors(refused).stream()
                .limit(TOLD_MAX)
                .map(error -> new Rejection(index, error.field(), error.message()));
    }

    private static List<FieldError> errors(Refused refused) {
        return switch (refused.reason()) {
            case INVALID, NOT_VIDEO -> refused.problem().errors();
            case UNKNOWN_MATERIAL -> List.of(new FieldError("video_id", "must be a video of the catalog"));
            case OTHER_STUDENT -> List.of(new FieldError("student_id", "must be the caller"));
            case NOT_ENROLLED -> List.of(new FieldError("video_id", "must be of one of the student's courses"));
            case RATE_LIMITED -> List.of(new FieldError("occurred_at", "rate_limited"));
        };
    }
}
