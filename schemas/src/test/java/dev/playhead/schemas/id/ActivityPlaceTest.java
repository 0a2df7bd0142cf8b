package dev.playhead.schemas.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityPlaceTest {
    @Test
    void a_place_is_read_as_it_was_written() {
        RecordHeaders headers = new RecordHeaders();
        new ActivityPlace(7, 123_456_789_012L).writeTo(headers);
        assertThat(ActivityPlace.of(headers)).contains(new ActivityPlace(7, 123_456_789_012L));
    }

    @Test
    void headers_without_it_or_with_nonsense_name_no_place() {
        RecordHeaders nonsense = new RecordHeaders();
        nonsense.add(ActivityPlace.PARTITION_HEADER, "seven".getBytes(StandardCharsets.UTF_8));
        nonsense.add(ActivityPlace.OFFSET_HEADER, new byte[0]);
        assertThat(ActivityPlace.of(new RecordHeaders())).isEmpty();
        assertThat(ActivityPlace.of(nonsense)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "1 ", "0x1", "1.0", "9223372036854775808", "92233720368547758070", "１"})
    void what_is_no_offset_names_no_place(String offset) {
        assertThat(ActivityPlace.of(headers("7", offset))).isEmpty();
    }

    @Test
    void numbers_are_taken_up_to_the_largest() {
        assertThat(ActivityPlace.of(headers("2147483647", "9223372036854775807")))
                .contains(new ActivityPlace(Integer.MAX_VALUE, Long.MAX_VALUE));
        assertThat(ActivityPlace.of(headers("2147483648", "0"))).isEmpty();
    }

    private static RecordHeaders headers(String partition, String offset) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(ActivityPlace.PARTITION_HEADER, partition.getBytes(StandardCharsets.UTF_8));
        headers.add(ActivityPlace.OFFSET_HEADER, offset.getBytes(StandardCharsets.UTF_8));
        return headers;
    }
}
