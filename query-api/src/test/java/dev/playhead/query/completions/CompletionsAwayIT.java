package dev.playhead.query.completions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.parts.KafkaProcess;
import dev.playhead.testing.parts.KafkaSettings;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A broker of its own, that is killed and comes back.
@Tag("long")
class CompletionsAwayIT {

    @Test
    void callers_are_told_within_two_seconds_and_nothing_needs_a_restart(@TempDir Path directory) {
        Sandbox sandbox = Stack.shared().begin().sandbox(CompletionsAwayIT.class);
        KafkaSettings settings = KafkaSettings.in(directory, FreePorts.next(), FreePorts.next());
        KafkaProcess broker = KafkaProcess.start(settings);
        try (Written written = new Written(sandbox, broker.bootstrapServers());
                Announced announced = new Announced(written, broker.bootstrapServers(), "one");
                QueryService service = start(sandbox, broker)) {
            written.course(Courses.demo());
            announced.begin().material("ana", "m1").commit();
            As admin = service.as(TokenRequest.admin("ada"));
            assertThat(admin.get("/api/completions").json().path("completions").size())
                    .isEqualTo(1);

            broker.process().kill();

            for (int i = 0; i < 3; i++) {
                long startedNanos = System.nanoTime();
                Answer away = admin.get("/api/completions");
                assertThat(away.status()).as(away.text()).isEqualTo(503);
                assertThat(away.header("Retry-After")).isNotEmpty();
                assertThat(Duration.ofNanos(System.nanoTime() - startedNanos)).isLessThan(Duration.ofMillis(3_500));
            }

            broker = KafkaProcess.start(settings);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> admin.get("/api/completions").status() == 200);
        } finally {
            broker.close();
        }
    }

    private static QueryService start(Sandbox sandbox, KafkaProcess broker) {
        Map<String, String> settings = QueryService.settings(sandbox);
        settings.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        return QueryService.start(settings).ready();
    }
}
