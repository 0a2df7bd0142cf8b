package dev.playhead.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private final Topics topics = Topics.of(TopicSettings.DEFAULT);

    @Test
    void all_that_is_keyed_by_student_has_the_same_number_of_partitions() {
        assertThat(topics.activity().partitions()).isEqualTo(12);
        assertThat(topics.progress().partitions()).isEqualTo(12);
        assertThat(topics.completions().partitions()).isEqualTo(12);
        assertThat(topics.shortsSessions().partitions()).isEqualTo(12);
    }

    @Test
    void the_activity_is_kept_for_good_unless_someone_says_otherwise() {
        assertThat(retention(topics)).isEqualTo("-1");
        assertThat(retention(Topics.of(new TopicSettings("playhead.", 12, null, Duration.ofDays(1)))))
                .isEqualTo("86400000");
    }

    @Test
    void a_prefix_keeps_tenants_apart() {
        Topics tenant = Topics.of(new TopicSettings("north.", 3, null, null));
        assertThat(tenant.all())
                .extracting(Topic::name)
                .containsExactly(
                        "north.activity",
                        "north.catalog",
                        "north.progress",
                        "north.completions",
                        "north.shorts-sessions",
                        "north.audience-parts",
                        "north.audience",
                        "north.audience-daily",
                        "north.dead-letters");
    }

    private static String retention(Topics topics) {
        return topics.activity().settings().getOrDefault(TopicConfig.RETENTION_MS_CONFIG, "none");
    }
}
