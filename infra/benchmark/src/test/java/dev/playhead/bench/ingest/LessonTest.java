package dev.playhead.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.testing.student.WatchReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LessonTest {
    @Test
    void every_student_reports_on_every_video_and_says_all_that_a_full_player_says() {
        List<List<WatchReport>> reports = new Lesson(10, Lesson.BEAT).reports(3).toList();

        assertThat(reports).hasSize(10);
        for (List<WatchReport> ofVideo : reports) {
            JsonNode body = JsonMapper.shared().readTree(Bodies.single(ofVideo.getLast()));
            assertThat(body.propertyNames())
                    .contains(
                            "watch_time",
                            "total_duration",
                            "event",
                            "session_id",
                            "sequence",
                            "device_id",
                            "playback_rate",
                            "played",
                            "occurred_at",
                            "sent_at",
                            "event_id");
        }
    }

    @Test
    void what_was_kept_is_sent_at_once_and_each_names_its_video() {
        Instant now = Instant.parse("2026-11-21T08:00:00Z");
        List<WatchReport> kept = new Lesson(2, Lesson.BEAT)
                .reports(3)
                .flatMap(reports -> reports.stream().limit(15))
                .toList();

        JsonNode batch = JsonMapper.shared().readTree(Bodies.batch(kept, now));

        assertThat(batch).hasSize(30);
        assertThat(batch.valueStream().map(each -> each.path("sent_at").asString()))
                .containsOnly("2026-11-21T08:00:00Z");
        assertThat(batch.valueStream()
                        .map(each -> each.path("video_id").asString())
                        .distinct())
                .containsExactlyInAnyOrder("v0", "v1");
        assertThat(batch.valueStream()
                        .map(each -> each.path("event_id").asString())
                        .distinct())
                .hasSize(30);
    }

    @Test
    void a_student_has_kept_enough_for_the_largest_batch() {
        Lesson lesson = new Lesson(BatchBench.VIDEOS, Lesson.BEAT);

        for (int student = 0; student < 20; student++) {
            assertThat(lesson.reports(student).mapToInt(List::size).sum()).isGreaterThanOrEqualTo(BatchBench.BATCH);
        }
    }
}
