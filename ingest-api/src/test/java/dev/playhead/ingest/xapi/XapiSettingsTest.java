package dev.playhead.ingest.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.playhead.ingest.xapi.XapiSettings.ActorRule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class XapiSettingsTest {
    @Test
    void have_defaults() {
        assertThat(settings(Map.of())).isEqualTo(new XapiSettings("", ActorRule.CHECK));
    }

    @Test
    void are_taken_from_the_environment() {
        assertThat(settings(Map.of("PLAYHEAD_XAPI_VIDEO_PATTERN", "v=(.+)", "PLAYHEAD_XAPI_ACTOR", "ignore")))
                .isEqualTo(new XapiSettings("v=(.+)", ActorRule.IGNORE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=.+", "(a)(b)", "(", "[", "(?:v)"})
    void have_a_pattern_of_one_group(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> new XapiSettings(pattern, ActorRule.CHECK));
    }

    private static XapiSettings settings(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bindOrCreate("playhead.xapi", XapiSettings.class);
    }
}
