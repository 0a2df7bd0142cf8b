package dev.playhead.streams.engine;

import static dev.playhead.streams.engine.GroupSetting.HEARTBEAT;
import static dev.playhead.streams.engine.GroupSetting.SESSION;
import static dev.playhead.streams.engine.GroupSetting.STANDBYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.topic.TopicSettings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.util.unit.DataSize;

class StreamsPropertiesTest {
    private static final Map<String, String> SESSIONS =
            Map.of("consumer.session.timeout.ms", "6000", "consumer.heartbeat.interval.ms", "2000");

    @Test
    void the_installation_is_heard_where_there_is_a_choice() {
        assertThat(of(Map.of("num.stream.threads", "4"), 0).all()).containsEntry("num.stream.threads", "4");
        assertThat(of(Map.of("processing.guarantee", "at_least_once"), 0).all())
                .containsEntry("processing.guarantee", "exactly_once_v2");
    }

    @Nested
    class Under_the_classic_protocol {
        @Test
        void a_member_says_what_it_needs() {
            StreamsProperties properties = of(SESSIONS, 1);

            assertThat(properties.all()).containsAllEntriesOf(SESSIONS).containsEntry("num.standby.replicas", 1);
            assertThat(properties.group().all()).isEmpty();
        }

        @Test
        void nothing_stands_by_unless_asked_for() {
            assertThat(of(SESSIONS, 0).all()).containsEntry("num.standby.replicas", 0);
        }

        @Test
        void a_number_of_standbys_under_kafkas_name_holds() {
            assertThat(of(Map.of("num.standby.replicas", "2"), 0).all()).containsEntry("num.standby.replicas", "2");
        }
    }

    @Nested
    class Under_the_protocol_of_the_brokers {
        @Test
        void the_group_has_what_a_member_may_not_say() {
            StreamsProperties properties = of(Map.of("group.protocol", "STREAMS"), 1);

            assertThat(properties.group().group()).isEqualTo("north.progress-streams");
            assertThat(properties.group().all()).containsExactly(Map.entry(STANDBYS, "1"));
            assertThat(properties.all()).doesNotContainKey("num.standby.replicas");
        }

        @Test
        void sessions_are_the_groups() {
            StreamsProperties properties = of(
                    Map.of(
                            "group.protocol", "streams",
                            "consumer.session.timeout.ms", "6000",
                            "consumer.heartbeat.interval.ms", "2000"),
                    0);

            assertThat(properties.group().all()).isEqualTo(Map.of(HEARTBEAT, "2000", SESSION, "6000", STANDBYS, "0"));
            assertThat(properties.all()).doesNotContainKeys(SESSIONS.keySet().toArray(String[]::new));
        }
    }

    private static StreamsProperties of(Map<String, String> said, int standbys) {
        KafkaProperties kafka = new KafkaProperties();
        kafka.getStreams().getProperties().putAll(said);
        EngineSettings settings =
                new EngineSettings(DataSize.ofMegabytes(64), Duration.ofSeconds(2), Duration.ofSeconds(20), standbys);
        return StreamsProperties.of(kafka, new TopicSettings("north.", 3, null, null), settings);
    }
}
