package dev.playhead.schemas.id;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class ActivityMarksTest {
    private final Headers headers = new RecordHeaders();

    @Test
    void a_record_without_marks_is_all_there_is_of_an_activity_that_was_applied() {
        assertThat(ActivityMarks.isMore(headers)).isFalse();
        assertThat(ActivityMarks.isDeadLetter(headers)).isFalse();
    }

    @Test
    void a_mark_is_read_as_it_was_written() {
        ActivityMarks.markMore(headers);
        assertThat(ActivityMarks.isMore(headers)).isTrue();
        assertThat(ActivityMarks.isDeadLetter(headers)).isFalse();

        ActivityMarks.markDeadLetter(headers, DeadLetter.Reason.UNREADABLE);
        assertThat(ActivityMarks.isDeadLetter(headers)).isTrue();
    }
}
