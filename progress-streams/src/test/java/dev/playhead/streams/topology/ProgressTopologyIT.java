package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.at;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.EventIds;
import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.WatchState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTopologyIT {
    private Driven driven;

    @BeforeEach
    void start(@TempDir Path state) {
        driven = new Driven(state);
    }

    @AfterEach
    void stop() {
        driven.close();
    }

    @Test
    void a_heartbeat_becomes_progress_under_student_and_material_with_the_place_it_came_from() {
        Instant received = START.plusSeconds(2);

        driven.send(heartbeat()
                .position(125.5)
                .played(100, 125.5)
                .receivedAt(received)
                .build());

        TestRecord<String, SpecificRecord> said = driven.progress().getFirst();
        assertThat(said.key()).isEqualTo("ana/video123");
        assertThat(said.timestamp()).isEqualTo(received.toEpochMilli());
        assertThat(ActivityPlace.of(said.headers())).contains(new ActivityPlace(0, 0));
        assertThat(said.value())
                .isEqualTo(MaterialProgress.newBuilder()
                        .setStudentId("ana")
                        .setMaterialId("video123")
                        .setCourseId("demo")
                        .setKind(MaterialKind.VIDEO)
                        .setPositionMs(125_500)
                        .setFurthestMs(125_500)
                        .setDurationMs(600_000)
                        .setWatchedMs(25_500)
                        .setFirstWatchedAt(START.toEpochMilli())
                        .setLastWatchedAt(START.toEpochMilli())
                        .setAttempt(1)
                        .build());
        assertThat(driven.completions()).isEmpty();
    }

    @Test
    void completion_is_announced_under_the_student_and_once() {
        Heartbeat completing = heartbeat().position(480).after(5).build();

        driven.send(at(479.999));
        driven.send(completing);
        driven.send(heartbeat().position(600).after(6).build());
        driven.send(completing);

        List<TestRecord<String, SpecificRecord>> said = driven.completions();
        assertThat(said).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("ana");
            assertThat(ActivityPlace.of(one.headers())).contains(new ActivityPlace(0, 1));
            assertThat(one.timestamp()).isEqualTo(completing.getReceivedAt());
            assertThat(one.value())
                    .isEqualTo(MaterialCompleted.newBuilder()
                            .setEventId(EventIds.materialCompleted("ana", "video123", 1)
                                    .toString())
                            .setStudentId("ana")
                            .setMaterialId("video123")
                            .setCourseId("demo")
                            .setKind(MaterialKind.VIDEO)
                            .setAttempt(1)
                            .setCompletedAt(START.plusSeconds(5))
                            .setDurationMs(600_000)
                            .setFurthestMs(480_000)
                            .setWatchedMs(1)
                            .setCompletionRule(CompletionRule.POSITION)
                            .setCompletionThreshold(80)
                            .setHeartbeatId(completing.getEventId())
                            .build());
        });
        assertThat(driven.tally.completions).isEqualTo(1);
        assertThat(driven.tally.heartbeats).isEqualTo(4);
    }

    @Test
    void a_completion_is_a_cloud_event_in_the_binary_mode() {
        driven.send(heartbeat().position(480).after(5).build());

        Headers headers = driven.completions().getFirst().headers();
        assertThat(text(headers, "ce_specversion")).isEqualTo("1.0");
        assertThat(text(headers, "ce_id"))
                .isEqualTo(EventIds.materialCompleted("ana", "video123", 1).toString());
        assertThat(text(headers, "ce_type")).isEqualTo("dev.playhead.material.completed");
        assertThat(text(headers, "ce_source")).isEqualTo("/playhead/progress-streams");
        assertThat(text(headers, "ce_subject")).isEqualTo("ana/video123");
        assertThat(text(headers, "ce_time")).isEqualTo("2026-11-21T08:00:05Z");
        assertThat(text(headers, "content-type")).isEqualTo("application/avro");
    }

    @Test
    void every_activity_has_its_progress_one_that_changes_nothing_too() {
        driven.send(at(300));
        driven.send(at(300));
        driven.send(at(300));

        List<TestRecord<String, SpecificRecord>> said = driven.progress();
        assertThat(said)
                .extracting(one -> ActivityPlace.of(one.headers()).orElseThrow().offset())
                .containsExactly(0L, 1L, 2L);
        assertThat(said)
                .extracting(TestRecord::value)
                .containsOnly(said.getFirst().value());
    }

    @Test
    void students_and_materials_are_kept_apart() {
        driven.send(heartbeat().student("ana").video("v1").position(10).build());
        driven.send(heartbeat().student("ben").video("v1").position(20).build());
        driven.send(heartbeat().student("ana").video("v2").position(30).build());

        assertThat(driven.progress())
                .extracting(one -> one.key() + " " + ((MaterialProgress) one.value()).getPositionMs())
                .containsExactly("ana/v1 10000", "ben/v1 20000", "ana/v2 30000");
    }

    @Test
    void what_is_stored_is_what_the_fold_says() {
        Heartbeat one = at(100);
        Heartbeat two = heartbeat().session("s", 1).position(50).after(5).build();

        driven.send(one);
        driven.send(two);

        WatchState expected = Fold.advance(Fold.advance(WatchState.initial(), one), two);
        assertThat(driven.watchState("ana", "video123")).contains(expected);
    }

    private static String text(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), UTF_8);
    }
}
