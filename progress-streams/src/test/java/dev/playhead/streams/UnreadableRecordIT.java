package dev.playhead.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableRecordIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sandbox sandbox = Stack.shared().sandbox(UnreadableRecordIT.class);

    @Test
    void the_health_and_the_log_say_that_a_record_cannot_be_read_and_where(@TempDir Path directory) throws Exception {
        try (Service service = Service.start(sandbox, directory, Map.of("PLAYHEAD_STREAMS_PAUSE_AFTER_FAILURE", "1s"))
                .awaitReady()) {
            write("no Avro at all");

            await().atMost(PATIENCE).until(() -> service.status("/actuator/health/readiness") == 503);
            assertThat(service.status("/actuator/health/liveness")).isEqualTo(200);
        }

        List<String> said = Files.readAllLines(directory.resolve("log")).stream()
                .filter(line -> line.contains("cannot be read"))
                .toList();
        assertThat(said)
                .singleElement()
                .asString()
                .contains(sandbox.topicPrefix() + "activity, partition 2, offset 0", "Confluent wire format");
    }

    private void write(String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", sandbox.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(sandbox.topicPrefix() + "activity", 2, null, value.getBytes(UTF_8)))
                    .get();
        }
    }
}
