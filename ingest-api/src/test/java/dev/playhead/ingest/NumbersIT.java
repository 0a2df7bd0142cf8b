package dev.playhead.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NumbersIT {
    /// Five at once of which three are taken, and one wrong in each way.
    private static final String BATCH = "["
            + "{\"video_id\":\"v\",\"watch_time\":1,\"total_duration\":600,\"occurred_at\":\"%1$s\"},".repeat(5)
            + "{\"video_id\":\"v\"}, {\"video_id\":\"w\"}, {\"video_id\":\"v\",\"student_id\":\"bo\"}]";

    @Test
    void what_became_of_heartbeats_is_counted_by_reason() {
        try (RunningIngest ingest = RunningIngest.start(Stack.shared().sandbox(NumbersIT.class))) {
            ingest.as(TokenRequest.admin("root"))
                    .putCourse("c", Bodies.course("C", "v"))
                    .isAccepted();
            Calls ana = ingest.as(TokenRequest.student("ana"));

            ana.watchTime("v", Bodies.watched(1)).isAccepted();
            ana.watchTime("v", Bodies.watched(2)).isAccepted();
            ana.watchTime("v", Bodies.watched(-1)).isProblem(422);
            ana.watchTime("w", Bodies.watched(1)).isProblem(404);
            ana.heartbeats(BATCH.formatted(Instant.now())).isAccepted();
            ana.heartbeats("[{}, {}]").isProblem(422);

            assertThat(ingest.management().get("/actuator/prometheus").body())
                    .contains(
                            counted("accepted", "none", 5),
                            counted("refused", "invalid", 4),
                            counted("refused", "unknown_material", 2),
                            counted("refused", "other_student", 1),
                            counted("refused", "rate_limited", 2),
                            counted("failed", "unavailable", 0));
            assertThat(ingest.management().get("/actuator/health/liveness").status())
                    .isEqualTo(200);
            assertThat(ingest.management().get("/actuator/health/readiness").status())
                    .isEqualTo(200);
        }
    }

    private static String counted(String outcome, String reason, int count) {
        return "playhead_ingest_heartbeats_total{outcome=\"%s\",reason=\"%s\"} %d.0".formatted(outcome, reason, count);
    }
}
