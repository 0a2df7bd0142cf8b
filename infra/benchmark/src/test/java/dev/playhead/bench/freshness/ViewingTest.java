package dev.playhead.bench.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.playhead.bench.ingest.Lesson;
import dev.playhead.testing.student.WatchReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ViewingTest {
    private final Lesson lesson = new Lesson(3, Duration.ofSeconds(30));

    @Test
    void now_one_video_is_told_of_and_now_another() {
        List<WatchReport> told = told(0, 0);

        assertThat(told.subList(0, 6))
                .extracting(WatchReport::video)
                .containsExactly("v0", "v1", "v2", "v0", "v1", "v2");
        assertThat(told)
                .extracting(WatchReport::sessionId, WatchReport::sequence)
                .doesNotHaveDuplicates()
                .isSubsetOf(lesson.reports(1)
                        .flatMap(List::stream)
                        .map(report -> tuple(report.sessionId(), report.sequence()))
                        .toList());
    }

    @Test
    void it_is_over_before_one_video_alone_is_left() {
        Map<String, Long> told =
                told(0, 0).stream().collect(Collectors.groupingBy(WatchReport::video, Collectors.counting()));

        assertThat(lesson.reports(1)
                        .filter(all -> told.getOrDefault(all.getFirst().video(), 0L) == all.size()))
                .hasSize(2);
    }

    @Test
    void who_has_begun_before_has_less_to_tell() {
        int half = told(0, 0).size() / 2;

        assertThat(told(0, 0.5)).hasSizeBetween(half - 3, half + 3);
    }

    @Test
    void whoever_watches_again_is_in_another_session() {
        assertThat(told(1, 0))
                .extracting(WatchReport::sessionId)
                .doesNotContainAnyElementsOf(
                        told(0, 0).stream().map(WatchReport::sessionId).toList());
    }

    private List<WatchReport> told(int visit, double share) {
        Viewing viewing = new Viewing(lesson, 1, visit, "token", share);
        List<WatchReport> told = new ArrayList<>();
        while (!viewing.isOver()) {
            told.add(viewing.next());
        }
        return told;
    }
}
