package dev.playhead.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Names of nodes and stores are names of internal topics: whoever changes one loses what is kept
/// under the old one. So a change must be made twice, here too.
class TopologyDescriptionTest {

    @Test
    void the_topology_is_as_approved() throws IOException {
        String described = TestTopology.of("http://nowhere.invalid", new CountingTally())
                .describe()
                .toString();

        assertThat(described.strip()).isEqualTo(approved());
    }

    private static String approved() throws IOException {
        try (InputStream file = TopologyDescriptionTest.class.getResourceAsStream("approved-topology.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).strip();
        }
    }
}
