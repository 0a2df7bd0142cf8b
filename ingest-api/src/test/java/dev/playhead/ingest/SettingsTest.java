package dev.playhead.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.enrolment.Enrolment;
import dev.playhead.ingest.heartbeat.RateLimitSettings;
import dev.playhead.ingest.heartbeat.UnknownMaterials;
import dev.playhead.ingest.shorts.ShortsSettings;
import dev.playhead.schemas.topic.TopicSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;
import org.springframework.util.unit.DataSize;

/// The defaults, and the names under which an environment changes them.
class SettingsTest {
    @Test
    void have_defaults() throws IOException {
        StandardEnvironment environment = environment(Map.of());

        assertThat(IngestConfiguration.topicSettings(environment)).isEqualTo(TopicSettings.DEFAULT);
        assertThat(ingestSettings(environment))
                .isEqualTo(new IngestSettings(
                        Enrolment.OPEN,
                        UnknownMaterials.REFUSE,
                        DataSize.ofMegabytes(64),
                        new RateLimitSettings(Duration.ofSeconds(1), 3, 100_000)));
    }

    @Test
    void are_taken_from_the_environment() throws IOException {
        StandardEnvironment environment = environment(Map.of(
                "PLAYHEAD_ENROLMENT", "claim",
                "PLAYHEAD_UNKNOWN_MATERIALS", "accept",
                "PLAYHEAD_IN_FLIGHT_MAX", "16MB",
                "PLAYHEAD_RATE_LIMIT_EVERY", "200ms",
                "PLAYHEAD_RATE_LIMIT_BURST", "5",
                "PLAYHEAD_RATE_LIMIT_KEYS_MAX", "7",
                "PLAYHEAD_TOPIC_PREFIX", "school.",
                "PLAYHEAD_TOPIC_PARTITIONS", "3",
                "PLAYHEAD_TOPIC_REPLICATION", "2",
                "PLAYHEAD_TOPIC_ACTIVITY_RETENTION", "P400D"));

        assertThat(IngestConfiguration.topicSettings(environment))
                .isEqualTo(new TopicSettings("school.", 3, (short) 2, Duration.ofDays(400)));
        assertThat(ingestSettings(environment))
                .isEqualTo(new IngestSettings(
                        Enrolment.CLAIM,
                        UnknownMaterials.ACCEPT,
                        DataSize.ofMegabytes(16),
                        new RateLimitSettings(Duration.ofMillis(200), 5, 7)));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true",
        "1, true",
        "yes, true",
        "True, true",
        "false, false",
        "0, false",
        "on, false",
        "mock, false",
        "'', false"
    })
    void the_mock_mode_of_shorts_has_the_documents_name_and_values(String value, boolean mock) throws IOException {
        assertThat(shortsSettings(environment(Map.of("SHORT_VIDEOS_MOCK", value)))
                        .isMock())
                .isEqualTo(mock);
        assertThat(shortsSettings(environment(Map.of())).isMock()).isFalse();
    }

    private static ShortsSettings shortsSettings(StandardEnvironment environment) {
        return Binder.get(environment).bindOrCreate("short.videos", ShortsSettings.class);
    }

    private static IngestSettings ingestSettings(StandardEnvironment environment) {
        return Binder.get(environment).bindOrCreate("playhead", IngestSettings.class);
    }

    private static StandardEnvironment environment(Map<String, Object> variables) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        environment
                .getPropertySources()
                .addLast(new ResourcePropertySource(new ClassPathResource("application.properties")));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
