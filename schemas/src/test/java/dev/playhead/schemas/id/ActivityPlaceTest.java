package dev.playhead.schemas.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

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
}
