package dev.playhead.testing.student;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.testing.sample.DemoCatalog;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoSittingsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    /// The demo's own.
    private static final long SEED = 20_261_121;

    /// The API takes so many of a student and a short at once, and whoever starts the demo waits.
    private static final long REPORTS_OF_A_SHORT_MAX = 3;

    private final List<ShortsCall> demo = DemoSittings.calls(new SplittableRandom(SEED), NOW);

    @Test
    void twelve_students_make_about_400_calls() {
        assertThat(demo).hasSizeBetween(300, 500);
        assertThat(demo.stream().map(ShortsCall::student).distinct()).hasSize(12);
    }

    @Test
    void some_shorts_are_seen_whole_some_left_some_liked_and_some_shared() {
        assertThat(watched().map(call -> call.body().get("watch_percentage")))
                .contains(new BigDecimal("100.00"))
                .anyMatch(percentage -> percentage instanceof BigDecimal it && it.intValue() < 50 && it.signum() > 0);
        assertThat(watched().map(call -> call.body().get("swipe_direction"))).contains("up", "down", "none");
        assertThat(demo).anyMatch(call -> call.path().endsWith("/like"));
        assertThat(demo).anyMatch(call -> call.path().endsWith("/share"));
    }

    @Test
    void a_student_does_one_thing_after_the_other_all_before_now() {
        assertThat(demo).allMatch(call -> call.at().isBefore(NOW));
        assertThat(demo.stream().collect(groupingBy(ShortsCall::student)).values())
                .allSatisfy(
                        calls -> assertThat(calls.stream().map(ShortsCall::at)).isSorted());
    }

    @Test
    void the_api_takes_each_report_at_once() {
        assertThat(watched().map(call -> call.body().get("shorts_id")))
                .isSubsetOf(DemoCatalog.shortDurations().keySet());
        assertThat(watched()
                        .collect(groupingBy(
                                call -> List.of(
                                        call.student(),
                                        Objects.requireNonNull(call.body().get("shorts_id"))),
                                counting()))
                        .values())
                .allMatch(reports -> reports <= REPORTS_OF_A_SHORT_MAX);
    }

    private Stream<ShortsCall> watched() {
        return demo.stream().filter(call -> call.path().endsWith("/watch"));
    }
}
