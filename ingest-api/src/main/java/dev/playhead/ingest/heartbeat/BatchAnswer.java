package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.web.problem.FieldError;
import dev.playhead.web.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.stream.IntStream;

/// What became of a batch.
///
/// @param accepted how many
/// @param rejected in the order of the batch; of one that is wrong in several ways, several
@Schema(description = "What became of a batch", additionalProperties = AdditionalPropertiesValue.FALSE, example = """
    {"accepted": 2, "rejected": [{"index": 1, "field": "watch_time", "error": "is required"}]}\
    """)
record BatchAnswer(
        @Schema(requiredMode = RequiredMode.REQUIRED) int accepted,
        @Schema(requiredMode = RequiredMode.REQUIRED) List<Rejection> rejected) {
    private static final int TOLD_MAX = 100;

    BatchAnswer {
        rejected = List.copyOf(rejected);
    }

    static BatchAnswer of(List<Verdict> verdicts) {
        List<Rejection> rejected = IntStream.range(0, verdicts.size())
                .filter(index -> verdicts.get(index) instanceof Refused)
                .boxed()
                .flatMap(index -> Rejection.of(index, (Refused) verdicts.get(index)))
                .toList();
        long refused = verdicts.stream().filter(Refused.class::isInstance).count();
        return new BatchAnswer((int) (verdicts.size() - refused), rejected);
    }

    /// The problem of a batch of which nothing was accepted.
    Problem problem() {
        return Problem.invalid(
                rejected.isEmpty()
                        ? List.of(new FieldError("body", "must have at least one heartbeat"))
                        : rejected.stream()
                                .limit(TOLD_MAX)
                                .map(one -> new FieldError("[%d].%s".formatted(one.index(), one.field()), one.error()))
                                .toList());
    }
}
