package dev.playhead.query.shorts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.shorts.ShortsSettings.Fallback;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// By the names and values that the environment has.
class ShortsSettingsTest {
    private static final String ENVIRONMENT = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "1, true", "yes, true", "Yes, true", "false, false", "0, false"})
    void shorts_are_made_up_where_it_says_so(String value, boolean isMock) {
        assertThat(bound(Map.of("SHORT_VIDEOS_MOCK", value)).isMock()).isEqualTo(isMock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "", "no", "mock"})
    void and_not_where_it_says_anything_else(String value) {
        assertThat(bound(Map.of("SHORT_VIDEOS_MOCK", value)).isMock()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"mock, MOCK", "catalog, CATALOG", "MOCK, MOCK"})
    void what_is_shown_while_the_database_is_away(String value, Fallback fallback) {
        assertThat(bound(Map.of("SHORT_VIDEOS_FALLBACK", value)).fallback()).isEqualTo(fallback);
        assertThat(bound(Map.of()).fallback()).isEqualTo(Fallback.CATALOG);
        assertThat(bound(Map.of()).isMock()).isFalse();
    }

    private static ShortsSettings bound(Map<String, Object> environment) {
        StandardEnvironment of = new StandardEnvironment();
        of.getPropertySources().replace(ENVIRONMENT, new SystemEnvironmentPropertySource(ENVIRONMENT, environment));
        return Binder.get(of).bindOrCreate("short.videos", ShortsSettings.class);
    }
}
