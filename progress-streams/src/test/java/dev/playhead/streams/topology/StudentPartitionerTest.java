package dev.playhead.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudentPartitionerTest {
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

    private static Optional<Set<Integer>> partitions(String key) {
        return new StudentPartitioner()
                .partitions("progress", key.getBytes(StandardCharsets.UTF_8), new byte[0], PARTITIONS);
    }
}
