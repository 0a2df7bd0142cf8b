package dev.playhead.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerPartitionerTest {
    private static final int PARTITIONS = 12;

    @ParameterizedTest
    @ValueSource(strings = {"ana", "auth0|5f7c8ec7", "josé@example.org", "学生"})
    void progress_goes_where_kafka_puts_the_student(String student) {
        int activity =
                BuiltInPartitioner.partitionForKey(new StringSerializer().serialize("activity", student), PARTITIONS);

        assertThat(partitions(student + "/video123")).contains(Set.of(activity));
        assertThat(partitions(student + "/course:demo")).contains(Set.of(activity));
        assertThat(partitions(student + "/")).contains(Set.of(activity));
    }

    @Test
    void the_parts_of_an_audience_are_together_where_kafka_puts_the_material() {
        int material = BuiltInPartitioner.partitionForKey("short1".getBytes(StandardCharsets.UTF_8), PARTITIONS);

        assertThat(partitions(new String(new PartKey("short1", 0).bytes(), StandardCharsets.UTF_8)))
                .contains(Set.of(material));
        assertThat(partitions(new String(new PartKey("short1", 11).bytes(), StandardCharsets.UTF_8)))
                .contains(Set.of(material));
    }

    private static Optional<Set<Integer>> partitions(String key) {
        return new OwnerPartitioner()
                .partitions("progress", key.getBytes(StandardCharsets.UTF_8), new byte[0], PARTITIONS);
    }
}
