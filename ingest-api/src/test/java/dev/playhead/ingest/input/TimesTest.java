package dev.playhead.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TimesTest {
    private final Errors errors = new Errors();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T08:30:00Z",
                "2026-11-21t08:30:00z",
                "2026-11-21T10:30:00+02:00",
                "2026-11-21T08:30:00.000999Z"
            })
    void a_time_of_rfc_3339_is_read_to_the_millisecond(String text) {
        assertThat(read(text)).isEqualTo(Instant.parse("2026-11-21T08:30:00Z").toEpochMilli());
        assertThat(errors.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-21",
                "2026-11-21T08:30:00",
                "2026-11-21 08:30:00Z",
                "2026-02-30T08:30:00Z",
                "2026-11-21T25:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z"
            })
    void anything_else_is_refused(String text) {
        assertThat(read(text)).isNull();
        assertThat(errors.isEmpty()).isFalse();
    }

    private @Nullable Long read(String text) {
        var body = JsonMapper.shared().createObjectNode().put("at", text);
        return Times.epochMs(Fields.of(body, errors).orElseThrow(), "at");
    }
}
