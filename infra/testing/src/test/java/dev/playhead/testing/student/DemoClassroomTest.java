package dev.playhead.testing.student;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.testing.sample.DemoCatalog;
import dev.playhead.testing.student.WatchReport.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DemoClassroomTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    /// The demo's own.
    private static final long SEED = 20_261_121;

    /// The API takes one report a second, and whoever starts the demo waits.
    private static final long REPORTS_OF_A_PLAYER_MAX = 45;

    private final List<WatchReport> demo = reports(NOW);

    @Test
    void twenty_students_make_about_400_reports() {
        assertThat(demo).hasSizeBetween(300, 600);
        assertThat(demo.stream().map(WatchReport::student).distinct()).hasSizeBetween(15, 20);
    }

    @Test
    void no_player_takes_long_to_say_it_all() {
        assertThat(demo.stream()
                        .collect(groupingBy(report -> List.of(report.student(), report.video()), counting()))
                        .values())
                .allMatch(reports -> reports <= REPORTS_OF_A_PLAYER_MAX);
    }

    @Test
    void another_time_moves_everything_and_changes_nothing() {
        Duration day = Duration.ofDays(1);

        List<WatchReport> tomorrow = reports(NOW.plus(day));

        assertThat(tomorrow).hasSameSizeAs(demo);
        assertThat(tomorrow.stream().map(report -> at(report).minus(day)))
                .containsExactlyElementsOf(
                        demo.stream().map(DemoClassroomTest::at).toList());
    }

    @Test
    void reports_come_in_the_order_they_occur_all_before_now() {
        assertThat(demo.stream().map(DemoClassroomTest::at))
                .isSorted()
                .allMatch(NOW::isAfter)
                .allMatch(NOW.minus(Duration.ofDays(12))::isBefore);
    }

    @Test
    void the_api_would_take_each_report_however_late() {
        assertThat(demo).allSatisfy(report -> {
            assertThat(report.sentAt()).isNull();
            assertThat(DemoCatalog.videoDurations()).containsEntry(report.video(), report.durationMs() / 1000.0);
        });
    }

    @Test
    void some_finish_and_some_do_not() {
        assertThat(demo).extracting(WatchReport::event).contains(Event.values());
        assertThat(demo.stream().filter(it -> it.event() == Event.ENDED)).hasSizeGreaterThan(10);
        assertThat(demo.stream().filter(it -> it.event() == Event.CLOSED)).hasSizeGreaterThan(10);
    }

    private static List<WatchReport> reports(Instant until) {
        return DemoClassroom.reports(new SplittableRandom(SEED), until);
    }

    private static Instant at(WatchReport report) {
        return Objects.requireNonNull(report.occurredAt());
    }
}
