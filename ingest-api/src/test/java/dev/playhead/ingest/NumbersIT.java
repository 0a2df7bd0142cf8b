package dev.playhead.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import org.junit.jupiter.api.Test;

class NumbersIT {
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

            assertThat(ingest.management().get("/actuator/prometheus").body())
                    .contains(
                            counted("accepted", "none", 2),
                            counted("refused", "invalid", 1),
                            counted("refused", "unknown_material", 1),
                            counted("refused", "other_student", 0),
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
