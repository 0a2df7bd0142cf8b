package dev.playhead.testing.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Long, for brokers are killed by others too.
@Tag("long")
class KafkaProcessIT {

    @Test
    void a_record_survives_a_killed_broker(@TempDir Path directory) throws Exception {
        KafkaSettings settings = KafkaSettings.in(directory, FreePorts.next(), FreePorts.next());
        Records records;
        try (KafkaProcess broker = KafkaProcess.start(settings)) {
            records = new Records(broker.bootstrapServers(), "kept");
            records.create(1);
            records.write("125.5");

            broker.process().kill();
            assertThat(broker.process().isAlive()).isFalse();
        }

        try (KafkaProcess again = KafkaProcess.start(settings)) {
            assertThat(again.process().isAlive()).isTrue();
            assertThat(records.read()).containsExactly("125.5");
        }
    }
}
