package dev.playhead.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.parts.KafkaProcess;
import dev.playhead.testing.parts.KafkaSettings;
import dev.playhead.testing.tokens.TokenRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A broker of its own, that is killed and comes back.
class BrokerAwayIT {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);
    private static final int CALLS = 20;
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final String READINESS = "/actuator/health/readiness";

    @Test
    void callers_are_told_in_time_and_nothing_needs_a_restart(@TempDir Path directory) {
        KafkaSettings settings = KafkaSettings.in(directory, FreePorts.next(), FreePorts.next());
        KafkaProcess broker = KafkaProcess.start(settings);
        try (RunningIngest ingest =
                RunningIngest.start(broker.bootstrapServers(), "playhead.", "--playhead.rate-limit.every=1ms")) {
            Calls student = ingest.as(TokenRequest.student("ana"));
            Calls admin = ingest.as(TokenRequest.admin("root"));
            admin.putCourse("c", Bodies.course("C", "v")).isAccepted();
            admin.putCourse("shorts", Bodies.shorts("S", "s")).isAccepted();
            student.watchTime("v", Bodies.watched(1)).isAccepted();
            assertThat(ingest.management().get(READINESS).status()).isEqualTo(200);

            broker.process().kill();

            assertUnavailableInTime(() -> student.watchTime("v", Bodies.watched(2)));
            assertThat(soonUnavailable(student)).isGreaterThan(CALLS * 3 / 4);
            assertUnavailableInTime(() -> student.heartbeats(batch()));
            assertUnavailableInTime(() -> student.shortProgress("s", Bodies.watchedShort("s", "50", "22.5", "up")));
            assertUnavailableInTime(() -> student.like("s"));
            assertUnavailableInTime(() -> admin.putCourse("c", Bodies.course("D", "v")));
            assertUnavailableInTime(() -> admin.putCourse("c", Bodies.course("E", "v")));
            await().atMost(BACK_WITHIN)
                    .until(() -> ingest.management().get(READINESS).status() == 503);
            // What needs no broker is answered as ever.
            student.watchTime("nobody-knows", Bodies.watched(1)).isProblem(404);

            broker = KafkaProcess.start(settings);

            await().atMost(BACK_WITHIN)
                    .until(() -> student.watchTime("v", Bodies.watched(3)).status() == 202);
            student.heartbeats(batch()).isAccepted();
            student.like("s").isAccepted();
            await().atMost(BACK_WITHIN)
                    .until(() -> admin.putCourse("c", Bodies.course("F", "v")).status() == 202);
            await().atMost(BACK_WITHIN)
                    .until(() -> ingest.management().get(READINESS).status() == 200);
        } finally {
            broker.close();
        }
    }

    /// Once it is known, hardly anyone waits to find out.
    private static long soonUnavailable(Calls student) {
        return IntStream.range(0, CALLS)
                .filter(i -> {
                    Instant before = Instant.now();
                    student.watchTime("v", Bodies.watched(2)).isProblem(503);
                    return Duration.between(before, Instant.now()).compareTo(AT_ONCE) < 0;
                })
                .count();
    }

    private static String batch() {
        Instant end = Instant.now();
        return IntStream.range(0, 1_000)
                .mapToObj(i -> Bodies.watched(1)
                        .replace("}", ",\"video_id\":\"v\",\"occurred_at\":\"" + end.minusSeconds(i) + "\"}"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void assertUnavailableInTime(java.util.function.Supplier<Answer> call) {
        Instant before = Instant.now();

        Answer answer = call.get();

        assertThat(Duration.between(before, Instant.now())).isLessThan(ANSWER_WITHIN);
        answer.isProblem(503);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(answer.json().path("retry_after").asInt()).isPositive();
    }
}
