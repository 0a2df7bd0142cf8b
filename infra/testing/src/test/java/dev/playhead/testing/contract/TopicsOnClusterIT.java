package dev.playhead.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.playhead.schemas.topic.TopicMismatchException;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.schemas.topic.TopicsOnCluster;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicsOnClusterIT {
    private final Sandbox sandbox = Stack.shared().sandbox(TopicsOnClusterIT.class);
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", sandbox.bootstrapServers()));

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void topics_that_are_missing_are_created_as_declared() throws Exception {
        ensure(3, null);

        Set<String> names = admin.listTopics().names().get();
        assertThat(names)
                .containsAll(Stream.of("activity", "catalog", "progress", "completions")
                        .map(name -> sandbox.topicPrefix() + name)
                        .toList());
    }

    @Test
    void topics_that_are_there_as_declared_are_left_alone() {
        ensure(3, null);

        assertThatCode(() -> ensure(3, null)).doesNotThrowAnyException();
    }

    @Test
    void another_number_of_partitions_stops_the_start_and_says_what_to_do() {
        ensure(3, null);

        assertThatExceptionOfType(TopicMismatchException.class)
                .isThrownBy(() -> ensure(4, null))
                .withMessageContaining(sandbox.topicPrefix() + "activity has 3 partitions, declared are 4")
                .withMessageContaining("PLAYHEAD_TOPIC_PARTITIONS");
    }

    @Test
    void another_retention_stops_the_start_and_says_what_to_do() {
        ensure(3, null);

        assertThatExceptionOfType(TopicMismatchException.class)
                .isThrownBy(() -> ensure(3, Duration.ofDays(1)))
                .withMessageContaining("retention.ms=-1, declared is 86400000")
                .withMessageContaining("kafka-configs.sh");
    }

    private void ensure(int partitions, @Nullable Duration retention) {
        TopicSettings settings = new TopicSettings(sandbox.topicPrefix(), partitions, null, retention);
        TopicsOnCluster.ensure(admin, Topics.of(settings).all(), null);
    }
}
