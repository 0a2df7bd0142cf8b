package dev.playhead.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikeIngestTest {
    /// The bench knows no service, and ingest's settings are its own; so this reads what it says of them.
    private static final Path INGEST =
            Path.of("../../ingest-api/src/main/java/dev/playhead/ingest/activity/ActivityProducer.java");

    @Test
    void limits_write_with_the_settings_that_ingest_has() throws IOException {
        List<String> puts = Files.readAllLines(INGEST).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("config.put"))
                .toList();

        assertThat(puts).hasSameSizeAs(LikeIngest.SETTINGS.entrySet());
        assertThat(puts)
                .contains(
                        "config.put(ACKS_CONFIG, \"all\");",
                        "config.put(ENABLE_IDEMPOTENCE_CONFIG, true);",
                        "config.putIfAbsent(COMPRESSION_TYPE_CONFIG, \"" + LikeIngest.SETTINGS.get("compression.type")
                                + "\");");
        assertThat(Files.readString(INGEST)).contains("LINGER_MS = " + LikeIngest.SETTINGS.get("linger.ms") + ";");
    }
}
