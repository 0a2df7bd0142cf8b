package dev.playhead.query.shorts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.catalog.Courses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SessionAnswerTest {
    private static final Courses NO_COURSES = new Courses(Map.of(), Map.of(), 0);
    private static final long LAST_SEEN = Instant.parse("2026-11-21T08:00:00Z").toEpochMilli();
    private static final long HALF_AN_HOUR = Duration.ofMinutes(30).toMillis();

    @Test
    void thirty_minutes_of_silence_end_one() {
        assertThat(row(1).isActive(LAST_SEEN)).isTrue();
        assertThat(row(1).isActive(LAST_SEEN + HALF_AN_HOUR)).isTrue();
        assertThat(row(1).isActive(LAST_SEEN + HALF_AN_HOUR + 1)).isFalse();
    }

    /// A device's clock may be ahead of ours.
    @Test
    void one_that_was_seen_in_the_future_goes_on() {
        assertThat(row(1).isActive(LAST_SEEN - 5_000)).isTrue();
    }

    @Test
    void a_page_says_where_the_next_begins_where_there_is_one() {
        assertThat(SessionAnswer.Page.of(answers(2), 2).next()).isNull();
        assertThat(SessionAnswer.Page.of(answers(2), 2).sessions()).hasSize(2);
        assertThat(SessionAnswer.Page.of(answers(3), 2).sessions()).hasSize(2);
        assertThat(SessionAnswer.Page.of(answers(3), 2).next()).isEqualTo(Instant.ofEpochMilli(2));
    }

    private static List<SessionAnswer> answers(int count) {
        return LongStream.iterate(count, started -> started - 1)
                .limit(count)
                .mapToObj(started -> SessionAnswer.of(row(started), NO_COURSES, LAST_SEEN))
                .toList();
    }

    private static SessionRow row(long startedAt) {
        return new SessionRow(startedAt, LAST_SEEN, 1, 0, 0, 0, 0, "s1");
    }
}
