package dev.playhead.testing.student;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.testing.sample.DemoCatalog;
import dev.playhead.testing.student.WatchReport.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClassroomTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration BEAT = Duration.ofSeconds(60);
    private static final long SEED = Long.getLong("seed", 7);

    private final List<WatchReport> demo = Classroom.demo(dice(), NOW);

    @Test
    void the_same_seed_gives_the_same_class() {
        assertThat(Classroom.demo(dice(), NOW)).isEqualTo(demo);
        assertThat(Classroom.demo(new SplittableRandom(SEED + 1), NOW)).isNotEqualTo(demo);
    }

    @Test
    void one_student_more_changes_no_other() {
        List<WatchReport> two = Classroom.of(2, dice()).watch(DemoCatalog.videoDurations(), NOW, BEAT, dice());
        List<WatchReport> three = Classroom.of(3, dice()).watch(DemoCatalog.videoDurations(), NOW, BEAT, dice());

        assertThat(three).containsAll(two).hasSizeGreaterThan(two.size());
    }

    @Test
    void another_time_moves_everything_and_changes_nothing() {
        Duration day = Duration.ofDays(1);

        List<WatchReport> tomorrow = Classroom.demo(dice(), NOW.plus(day));

        assertThat(tomorrow).isEqualTo(demo.stream().map(it -> it.later(day)).toList());
    }

    @Test
    void reports_come_in_the_order_they_occur_all_before_now() {
        assertThat(demo).isSortedAccordingTo(Comparator.comparing(WatchReport::occurredAt));
        assertThat(demo).allMatch(it -> it.occurredAt().isBefore(NOW));
        assertThat(demo).allMatch(it -> it.occurredAt().isAfter(NOW.minus(Duration.ofDays(20))));
    }

    @Test
    void the_api_would_take_each_report() {
        assertThat(demo).allSatisfy(report -> {
            assertThat(report.watchTime()).isBetween(0.0, report.totalDuration());
            assertThat(DemoCatalog.videoDurations()).containsEntry(report.video(), report.totalDuration());
        });
        demo.stream().collect(groupingBy(WatchReport::student)).values().forEach(ClassroomTest::isASecondApart);
    }

    @Test
    void a_session_counts_from_one_and_ends_with_a_last_word() {
        demo.stream().collect(groupingBy(WatchReport::sessionId)).values().forEach(session -> {
            assertThat(session).extracting(WatchReport::sequence).startsWith(1L).isSorted();
            assertThat(session.getLast().event()).isIn(Event.ENDED, Event.CLOSED);
        });
    }

    @Test
    void some_finish_and_some_do_not() {
        assertThat(demo).hasSizeBetween(250, 700);
        assertThat(demo.stream().map(WatchReport::student).distinct()).hasSize(20);
        assertThat(demo).extracting(WatchReport::event).contains(Event.values());
        assertThat(demo.stream().filter(it -> it.event() == Event.ENDED).count())
                .isGreaterThan(10);
        assertThat(demo.stream().filter(it -> it.event() == Event.CLOSED).count())
                .isGreaterThan(10);
    }

    @Test
    void the_playhead_runs_at_the_player_s_speed_and_no_faster() {
        Habits steady = new Habits(2, 1, 1, 0, 0, 0);
        Classroom one = new Classroom(List.of(new Student("tor", steady)));

        List<WatchReport> reports = one.watch(DemoCatalog.videoDurations(), NOW, BEAT, dice());

        reports.stream().collect(groupingBy(WatchReport::sessionId)).values().forEach(session -> {
            double played = session.getLast().watchTime() - session.getFirst().watchTime();
            Duration passed = Duration.between(
                    session.getFirst().occurredAt(), session.getLast().occurredAt());
            assertThat(played).isLessThanOrEqualTo(passed.toMillis() / 1000.0 * 2);
        });
        assertThat(reports.stream().filter(it -> it.event() == Event.ENDED).count())
                .isEqualTo(DemoCatalog.videoDurations().size());
    }

    private static void isASecondApart(List<WatchReport> ofOneStudent) {
        for (int i = 1; i < ofOneStudent.size(); i++) {
            Instant before = ofOneStudent.get(i - 1).occurredAt();
            assertThat(ofOneStudent.get(i).occurredAt()).isAfterOrEqualTo(before.plusSeconds(1));
        }
    }

    private static SplittableRandom dice() {
        return new SplittableRandom(SEED);
    }
}
