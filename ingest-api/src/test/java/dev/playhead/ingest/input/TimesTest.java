package dev.playhead.ingest.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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

    /// The usual form is read by hand, any other by the formatter: where both can, they agree.
    @Test
    void both_readers_agree() {
        SplittableRandom dice = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            String text = "%04d-%02d-%02dT%02d:%02d:%02d%sZ"
                    .formatted(
                            dice.nextInt(10_000),
                            dice.nextInt(14),
                            dice.nextInt(33),
                            // Not 24:00:00 and 23:59:60, which only the formatter takes.
                            dice.nextInt(24),
                            dice.nextInt(62),
                            dice.nextInt(60),
                            fraction(dice));
            assertThat(UsualTime.epochMs(text)).as(text).isEqualTo(byFormatter(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-21T08:30:00",
                "2026-11-21T08:30:00.Z",
                "2026-11-21T08:30:00,5Z",
                "2026-11-21T08:30:00.5",
                "2026-11-21T08:30:00.1234567890Z",
                "2026-11-21T08:30:00.1 Z",
                "2026-11-21T08:30:00+00:00"
            })
    void what_looks_nearly_so_is_not_read_by_hand(String text) {
        assertThat(UsualTime.epochMs(text)).isEmpty();
    }

    /// Of no to nine digits.
    private static String fraction(SplittableRandom dice) {
        int digits = dice.nextInt(10);
        return digits == 0
                ? ""
                : "." + "%09d".formatted(dice.nextInt(1_000_000_000)).substring(0, digits);
    }

    private static OptionalLong byFormatter(String text) {
        try {
            return OptionalLong.of(
                    DateTimeFormatter.ISO_INSTANT.parse(text, Instant::from).toEpochMilli());
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private @Nullable Long read(String text) {
        var body = JsonMapper.shared().createObjectNode().put("at", text);
        return Times.epochMs(Fields.of(body, errors).orElseThrow(), "at");
    }
}
