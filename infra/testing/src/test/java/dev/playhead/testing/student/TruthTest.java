package dev.playhead.testing.student;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TruthTest {
    private static final Network ROUGH = new Network(
            new Mishap(0.3, Duration.ofSeconds(20)),
            new Mishap(0.2, Duration.ofMinutes(2)),
            new Mishap(0.2, Duration.ofMinutes(1)));

    @ParameterizedTest
    @EnumSource(names = {"FULL", "UNBOUND"})
    void what_was_played_is_as_a_recount_has_it(Player player) {
        assertThat(Some.histories(Habits.mixed(Some.dice()), ROUGH, player)).allSatisfy(history -> {
            Recount recount = Recount.ofPlayed(history.deliveries());
            assertThat(history.truth().coveredMs()).isEqualTo(recount.coveredMs());
            assertThat(history.truth().watchedMs()).isEqualTo(recount.watchedMs());
            assertThat(history.truth().playsAt(1_000)).isEqualTo(recount.playsAt(1_000));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"COUNTING", "IN_SESSION"})
    void what_bare_positions_tell_is_as_a_recount_has_it(Player player) {
        Habits audible = Habits.mixed(Some.dice()).with(Whim.SILENT_SEEK, 0);

        assertThat(Some.histories(audible, ROUGH, player)).allSatisfy(history -> {
            Recount recount = Recount.ofPositions(history.deliveries());
            assertThat(history.truth().coveredMs()).isEqualTo(recount.coveredMs());
            assertThat(history.truth().watchedMs()).isEqualTo(recount.watchedMs());
        });
    }

    @Test
    void the_last_position_is_that_of_the_latest_report() {
        assertThat(Some.histories(Habits.mixed(Some.dice()), ROUGH, Player.FULL))
                .allSatisfy(history -> {
                    Recount recount = Recount.ofPlayed(history.deliveries());
                    assertThat(history.truth().lastAt()).isEqualTo(recount.lastAt());
                    assertThat(history.truth().lastPositionMs()).isEqualTo(recount.lastPositionMs());
                    assertThat(history.truth().furthestMs()).isEqualTo(recount.furthestMs());
                });
    }

    @Test
    void a_sitting_is_a_session() {
        assertThat(Some.histories(Habits.mixed(Some.dice()), ROUGH, Player.FULL))
                .allSatisfy(history -> assertThat(history.deliveries().stream()
                                .collect(groupingBy(delivery ->
                                        String.valueOf(delivery.report().sessionId()))))
                        .hasSize(history.truth().sittings()));
    }

    @Test
    void a_steady_student_has_watched_it_all_once() {
        History history = Some.history(Some.student());

        assertThat(history.truth().watched()).containsExactly(new Interval(0, 600_000));
        assertThat(history.truth().watchedMs()).isEqualTo(600_000);
        assertThat(history.truth().furthestMs()).isEqualTo(600_000);
        assertThat(history.truth().lastPositionMs()).isEqualTo(600_000);
    }

    @Test
    void what_was_played_after_the_last_report_of_a_killed_tab_is_not_in_it() {
        Student student = Some.student().with(Some.doing(Whim.ABANDON, 0.05));
        Interval all = new Interval(0, Some.VIDEO.durationMs());
        SplittableRandom dice = Some.dice();
        Device device = student.devices().getFirst();

        assertThat(Stream.generate(() -> new Viewing(student, Some.VIDEO, device, all, Some.START, dice).watch())
                        .limit(100)
                        .filter(sitting -> !sitting.said().isEmpty()))
                .allSatisfy(sitting -> assertThat(sitting.told().getLast().toMs())
                        .isEqualTo(sitting.said().getLast().report().positionMs()))
                .anyMatch(sitting ->
                        sitting.end().isAfter(sitting.said().getLast().at()));
    }

    @Test
    void intervals_that_overlap_or_touch_are_one() {
        List<Interval> parts =
                List.of(new Interval(50, 60), new Interval(0, 20), new Interval(20, 30), new Interval(5, 9));

        assertThat(Interval.union(parts)).containsExactly(new Interval(0, 30), new Interval(50, 60));
    }
}
