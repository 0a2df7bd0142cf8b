package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Audience;
import dev.playhead.schemas.event.AudienceCurve;
import dev.playhead.schemas.event.AudienceDay;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.ResetScope;
import dev.playhead.testing.sample.Heartbeats;
import dev.playhead.testing.student.Classroom;
import dev.playhead.testing.student.Library;
import dev.playhead.testing.student.Stamp;
import dev.playhead.testing.student.Video;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of an audience along a material and by day, and how it follows what changes.
class AudienceChangesIT {
    private static final double DAY_S = 86_400;

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
    void an_audience_has_its_figures_and_its_curve() {
        driven.send(watched("ana", 0).position(4).played(0, 4).build());
        driven.send(watched("bea", 0).position(2).played(1, 2).build());
        driven.send(watched("bea", 2).position(2.5).played(1, 2.5).build());
        driven.send(watched("cleo", 0).position(5).played(0, 5).build());

        assertThat(audience())
                .isEqualTo(new Audience(
                        "video123",
                        3L,
                        2L,
                        0L,
                        0L,
                        3L,
                        11_500L,
                        8_000L + 5_000 + 10_000,
                        List.of(curve(
                                5,
                                List.of(2L, 3L, 3L, 2L, 1L),
                                List.of(2L, 4L, 2L, 2L, 1L),
                                List.of(0L, 0L, 1L, 0L, 0L)))));
    }

    @Nested
    class WhenADurationChanges {
        @Test
        void each_student_s_part_moves_at_the_student_s_next_heartbeat() {
            driven.send(watched("ana", 0).position(2).played(0, 2).build());
            driven.send(watched("bea", 0).position(1).played(0, 1).build());
            driven.audience();

            driven.send(watched("ana", 10).duration(2).position(2).build());

            assertThat(audience().getCurves())
                    .containsExactly(
                            curve(2, List.of(1L, 1L), List.of(1L, 1L), List.of(0L, 0L)),
                            curve(
                                    5,
                                    List.of(1L, 0L, 0L, 0L, 0L),
                                    List.of(1L, 0L, 0L, 0L, 0L),
                                    List.of(0L, 1L, 0L, 0L, 0L)));
            driven.send(watched("bea", 10).duration(2).position(1).build());
            assertThat(audience())
                    .satisfies(said -> assertThat(said.getCurves())
                            .containsExactly(curve(2, List.of(2L, 1L), List.of(2L, 1L), List.of(0L, 1L))))
                    .extracting(Audience::getFurthestBasisPoints)
                    .isEqualTo(15_000L);
        }
    }

    @Nested
    class ByDay {
        @Test
        void what_comes_late_changes_the_day_on_which_it_occurred_and_no_other() {
            driven.send(watched("ana", 0).position(2).played(0, 2).build());
            assertThat(daily()).containsOnly(day("2026-11-21", 1, 1, 0, 2_000));

            driven.send(watched("ana", -2 * DAY_S)
                    .session("offline", 1)
                    .position(5)
                    .played(2, 5)
                    .build());

            assertThat(daily()).containsOnly(day("2026-11-19", 1, 1, 1, 3_000));
            assertThat(audience().getViewers()).isEqualTo(1);
        }

        @Test
        void a_student_is_a_viewer_of_each_day_once() {
            driven.send(watched("ana", 0).position(2).played(0, 2).build());
            driven.send(watched("ana", 10)
                    .session("other", 1)
                    .position(2)
                    .played(0, 2)
                    .build());
            driven.send(watched("bea", 0).position(1).played(0, 1).build());
            driven.send(watched("ana", DAY_S)
                    .session("next", 1)
                    .position(1)
                    .played(0, 1)
                    .build());

            assertThat(daily()).containsOnly(day("2026-11-21", 3, 2, 0, 5_000), day("2026-11-22", 1, 1, 0, 1_000));
        }

        @Test
        void a_day_on_which_nothing_is_left_is_a_tombstone() {
            driven.send(watched("ana", 0).position(2).played(0, 2).build());
            driven.audienceDaily();

            driven.reset(ResetScope.ALL, null, null, 10);

            assertThat(driven.audienceDaily()).singleElement().satisfies(said -> {
                assertThat(said.key()).isEqualTo("video123/2026-11-21");
                assertThat(said.value()).isNull();
            });
            assertThat(driven.audienceSums().get(Sums.bytes("video123/2026-11-21")))
                    .isNull();
            assertThat(driven.audienceSums().get(Sums.bytes("video123/2026-11-21/0")))
                    .isNull();
        }
    }

    @Nested
    class WhenAStudentIsReset {
        private final long seed = Long.getLong("playhead.seed", System.nanoTime());
        private final SplittableRandom dice = new SplittableRandom(seed);
        private final List<Video> videos = Library.of(3, 2, dice.split());
        private final List<Heartbeat> ofAll = heartbeats();

        @Test
        void the_figures_are_those_of_a_class_without_that_student(@TempDir Path without) {
            ofAll.forEach(driven::send);
            Map<String, SpecificRecord> before = Audiences.latest(driven.audience());
            Map<String, SpecificRecord> daysBefore = Audiences.latest(driven.audienceDaily());
            long end = ofAll.stream().mapToLong(Heartbeat::getReceivedAt).max().orElseThrow();
            driven.reset("student-2", ResetScope.ALL, null, null, end);
            Audiences.keep(before, driven.audience());
            Audiences.keep(daysBefore, driven.audienceDaily());

            try (Driven others = new Driven(without)) {
                ofAll.stream()
                        .filter(heartbeat -> !heartbeat.getStudentId().equals("student-2"))
                        .forEach(others::send);
                assertThat(Audiences.withoutNothing(before))
                        .as("-Dplayhead.seed=" + seed)
                        .isNotEmpty()
                        .isEqualTo(Audiences.latest(others.audience()));
                assertThat(daysBefore)
                        .as("-Dplayhead.seed=" + seed)
                        .isNotEmpty()
                        .isEqualTo(Audiences.latest(others.audienceDaily()));
            }
        }

        private List<Heartbeat> heartbeats() {
            Map<String, Stamp> stamps = videos.stream()
                    .map(video -> Stamp.byPosition(video, "course"))
                    .collect(Collectors.toMap(stamp -> stamp.video().id(), Function.identity()));
            return Classroom.of(6, dice.split())
                    .watch(videos, Instant.parse("2026-09-01T06:00:00Z"), Duration.ofDays(10))
                    .deliveries()
                    .map(delivery -> stamps.getOrDefault(
                                    delivery.report().video(), Stamp.byPosition(videos.getFirst(), "course"))
                            .heartbeat(delivery))
                    .toList();
        }
    }

    /// Of a video of five seconds, completed at its end.
    private static Heartbeats watched(String student, double after) {
        return heartbeat().student(student).duration(5).after(after).session("s", 1 + (long) Math.max(0, after));
    }

    private Audience audience() {
        return (Audience) driven.audience().getLast().value();
    }

    private List<SpecificRecord> daily() {
        return List.copyOf(Audiences.latest(driven.audienceDaily()).values());
    }

    private static AudienceCurve curve(int buckets, List<Long> retention, List<Long> heat, List<Long> exits) {
        return new AudienceCurve(buckets, retention, heat, exits);
    }

    private static AudienceDay day(String day, long views, long viewers, long completions, long watchedMs) {
        return new AudienceDay("video123", LocalDate.parse(day), views, viewers, completions, watchedMs);
    }
}
