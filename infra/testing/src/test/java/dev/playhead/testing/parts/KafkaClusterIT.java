package dev.playhead.testing.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KafkaClusterIT {

    @Test
    void several_nodes_keep_replicas() throws Exception {
        try (KafkaCluster cluster = KafkaCluster.start(3)) {
            Records records = new Records(cluster.bootstrapServers(), "replicated");
            records.create(3);

            records.write("480");

            assertThat(records.read()).containsExactly("480");
        }
    }
}
