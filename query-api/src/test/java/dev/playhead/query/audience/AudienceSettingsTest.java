package dev.playhead.query.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// By the names that the environment has.
class AudienceSettingsTest {
    private static final String ENVIRONMENT = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    @Test
    void of_fewer_than_five_nothing_is_said_unless_it_is_set() {
        assertThat(bound(Map.of()).viewersMin()).isEqualTo(5);
        assertThat(bound(Map.of("PLAYHEAD_AUDIENCE_VIEWERS_MIN", "12")).viewersMin())
                .isEqualTo(12);
        assertThat(bound(Map.of("PLAYHEAD_AUDIENCE_VIEWERS_MIN", "0")).viewersMin())
                .isZero();
    }

    @Test
    void there_are_no_fewer_than_none() {
        assertThatThrownBy(() -> bound(Map.of("PLAYHEAD_AUDIENCE_VIEWERS_MIN", "-1")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("viewers-min");
    }

    private static AudienceSettings bound(Map<String, Object> environment) {
        StandardEnvironment of = new StandardEnvironment();
        of.getPropertySources().replace(ENVIRONMENT, new SystemEnvironmentPropertySource(ENVIRONMENT, environment));
        return Binder.get(of).bindOrCreate("playhead.audience", AudienceSettings.class);
    }
}
