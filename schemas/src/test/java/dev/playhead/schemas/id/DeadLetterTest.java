package dev.playhead.schemas.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {
    private static final DeadLetter LETTER = new DeadLetter(
            "playhead.activity",
            7,
            123_456_789_012L,
            1_795_000_000_000L,
            DeadLetter.Reason.OUT_OF_RANGE,
            "position_ms -1 is below 0",
            Instant.parse("2026-11-21T08:00:00.123Z"),
            "progress-streams");

    private final Headers headers = new RecordHeaders();

    @Test
    void its_headers_are_read_as_they_were_written() {
        LETTER.writeTo(headers);

        assertThat(DeadLetter.of(headers)).contains(LETTER);
    }

    @Test
    void one_that_was_set_aside_again_says_so_once() {
        LETTER.writeTo(headers);
        LETTER.writeTo(headers);

        assertThat(headers.toArray()).hasSize(8);
    }

    @Test
    void what_is_no_dead_letter_is_not_taken_for_one() {
        assertThat(DeadLetter.of(headers)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partition", "offset", "timestamp", "reason", "at"})
    void one_with_a_header_that_is_nonsense_is_none(String name) {
        LETTER.writeTo(headers);
        headers.remove(DeadLetter.HEADERS + name);
        headers.add(DeadLetter.HEADERS + name, "nonsense".getBytes(StandardCharsets.UTF_8));

        assertThat(DeadLetter.of(headers)).isEmpty();
    }
}
