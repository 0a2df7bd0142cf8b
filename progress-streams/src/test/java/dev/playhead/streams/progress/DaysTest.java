package dev.playhead.streams.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DaysTest {
    private static final long MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z").toEpochMilli();
    private static final long DAY = MIDNIGHT / Duration.ofDays(1).toMillis();

    @Test
    void a_day_begins_at_midnight_utc() {
        Days days = Days.NONE.with(MIDNIGHT, 1, 10).with(MIDNIGHT - 1, 1, 20).with(MIDNIGHT + 5, 0, 30);

        assertThat(days.days()).containsExactly(new Day(DAY - 1, 1, 20), new Day(DAY, 1, 40));
        assertThat(days.views()).isEqualTo(2);
        assertThat(days.watchedMs()).isEqualTo(60);
    }

    @Test
    void before_1970_there_were_days_as_well() {
        assertThat(Days.NONE.with(-1, 1, 10).days()).containsExactly(new Day(-1, 1, 10));
    }

    @Test
    void nothing_makes_no_day() {
        assertThat(Days.NONE.with(MIDNIGHT, 0, 0)).isEqualTo(Days.NONE);
    }

    @Test
    void of_more_days_than_there_may_be_the_oldest_two_become_one() {
        Days days = Days.NONE;
        for (int i = 0; i <= Days.DAYS_MAX; i++) {
            days = days.with(MIDNIGHT + Duration.ofDays(i).toMillis(), 1, 1_000);
        }

        assertThat(days.days()).hasSize(Days.DAYS_MAX).startsWith(new Day(DAY + 1, 2, 2_000));
        assertThat(days.watchedMs()).isEqualTo((Days.DAYS_MAX + 1) * 1_000L);
    }
}
