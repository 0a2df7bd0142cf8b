package dev.playhead.testing.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchoolYearTest {
    private static final int STUDENTS = 100;
    private static final int VIDEOS = 20;

    private final SchoolYear year = SchoolYear.of(STUDENTS, VIDEOS, Some.START, Some.dice());

    @Test
    void most_watch_most_videos() {
        assertThat(year.attendance().histories().count())
                .isBetween(STUDENTS * VIDEOS * 7L / 10, 1L * STUDENTS * VIDEOS);
    }

    @Test
    void most_watch_once_some_again_and_few_a_lot() {
        List<Integer> sittings = year.attendance()
                .histories()
                .map(history -> history.truth().sittings())
                .sorted()
                .toList();

        assertThat(sittings.get(sittings.size() / 2)).isBetween(1, 3);
        assertThat(sittings).anyMatch(count -> count == 1).anyMatch(count -> count > 6);
        assertThat(sittings.stream().filter(count -> count > 6).count()).isLessThan(sittings.size() / 10);
    }

    @Test
    void it_comes_in_the_order_of_arrival_over_the_year() {
        List<Delivery> deliveries = year.attendance().deliveries().toList();

        assertThat(deliveries).isSortedAccordingTo(Comparator.comparing(Delivery::receivedAt));
        assertThat(Duration.between(Some.START, deliveries.getFirst().receivedAt()))
                .isLessThan(Duration.ofDays(7));
        assertThat(Duration.between(Some.START, deliveries.getLast().receivedAt()))
                .isBetween(Duration.ofDays(250), Duration.ofDays(290));
    }

    @Test
    void a_stream_plays_no_more_than_is_asked_for() {
        SchoolYear large = SchoolYear.of(500, 100, Some.START, Some.dice());

        Stream<Delivery> beginning = large.attendance().deliveries().limit(1_000);

        assertThat(beginning).hasSize(1_000);
    }
}
