package dev.playhead.query.projection;

import static dev.playhead.query.running.QueryService.student;
import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.parts.KafkaProcess;
import dev.playhead.testing.parts.KafkaSettings;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class BrokerOutageIT {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void while_the_broker_is_away_reads_go_on_and_then_the_projection_does(@TempDir Path directory) {
        Sandbox sandbox = Stack.shared().begin().sandbox(BrokerOutageIT.class);
        KafkaSettings kept = KafkaSettings.in(directory, FreePorts.next(), FreePorts.next());
        Rows rows = new Rows(sandbox);
        KafkaProcess broker = KafkaProcess.start(kept);
        try (Written written = new Written(sandbox, broker.bootstrapServers());
                QueryService service = start(sandbox, broker, written)) {
            written.put(at("ana", "video123", 1_000));
            await().atMost(SOON).until(() -> rows.positions().containsValue(1_000L));

            broker.process().kill();

            await().atMost(SOON)
                    .until(() -> service.part(Projection.class).outages().contains("no Kafka broker answers"));
            assertThat(status(service)).isEqualTo(200);

            broker = KafkaProcess.start(kept);
            written.put(at("ana", "video123", 2_000));

            await().atMost(SOON).until(() -> rows.positions().containsValue(2_000L));
            await().atMost(SOON)
                    .until(() -> service.part(Projection.class).outages().isEmpty());
        } finally {
            broker.close();
        }
    }

    private static QueryService start(Sandbox sandbox, KafkaProcess broker, Written written) {
        written.course(Courses.demo());
        Map<String, String> settings = QueryService.settings(sandbox);
        settings.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        return QueryService.start(settings).ready();
    }

    private static int status(QueryService service) {
        return service.api()
                .get("/api/progress/video/video123/status", "Authorization", "Bearer " + student("ana"))
                .status();
    }
}
