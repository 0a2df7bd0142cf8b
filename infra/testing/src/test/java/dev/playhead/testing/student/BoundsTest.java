package dev.playhead.testing.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static final long MINUTE_MS = 60_000;
    private static final Duration FUTURE_MAX = Duration.ofMinutes(5);
    private static final Duration AGE_MAX = Duration.ofDays(30);

    @Test
    void positions_and_what_was_played_are_within_the_video() {
        assertThat(Some.mixedClass().histories()).allSatisfy(history -> {
            long durationMs = history.video().durationMs();
            assertThat(history.deliveries())
                    .extracting(Delivery::report)
                    .allMatch(report -> report.durationMs() == durationMs)
                    .allMatch(report -> report.positionMs() >= 0 && report.positionMs() <= durationMs)
                    .allMatch(report -> played(report).allMatch(part -> part.toMs() <= durationMs));
            assertThat(history.truth().furthestMs()).isLessThanOrEqualTo(durationMs);
            assertThat(history.truth().coveredMs()).isLessThanOrEqualTo(durationMs);
        });
    }

    @Test
    void a_report_tells_of_no_more_than_a_beat_and_a_minute() {
        assertThat(Some.mixedClass().histories()).allSatisfy(history -> {
            double beatMs = history.student().beat().toMillis();
            assertThat(history.deliveries()).extracting(Delivery::report).allSatisfy(report -> {
                long playedMs = played(report).mapToLong(Interval::lengthMs).sum();
                double rate = Objects.requireNonNullElse(report.playbackRate(), 1.0);
                assertThat(playedMs).isLessThanOrEqualTo(MINUTE_MS);
                assertThat((double) playedMs).isLessThanOrEqualTo(beatMs * rate + 1);
            });
        });
    }

    @Test
    void ingest_would_take_when_it_occurred() {
        assertThat(Some.mixedClass().histories()).allSatisfy(history -> {
            Stamp stamp = Stamp.byPosition(history.video(), "course");
            assertThat(history.deliveries()).allSatisfy(delivery -> {
                Instant occurredAt =
                        Instant.ofEpochMilli(stamp.heartbeat(delivery).getOccurredAt());
                assertThat(occurredAt)
                        .isBeforeOrEqualTo(delivery.receivedAt().plus(FUTURE_MAX))
                        .isAfter(delivery.receivedAt().minus(AGE_MAX));
            });
        });
    }

    @Test
    void the_library_has_videos_of_every_length() {
        List<Video> library = Library.of(500, 100, Some.dice());

        assertThat(library.subList(0, 500)).allMatch(video -> isBetween(video, 30_000, 7_200_000));
        assertThat(library.subList(500, 600)).allMatch(video -> isBetween(video, 15_000, 60_000));
        assertThat(library).anyMatch(video -> isBetween(video, 30_000, 60_000));
        assertThat(library).anyMatch(video -> isBetween(video, 3_600_000, 7_200_000));
    }

    @Test
    void what_is_out_of_bounds_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Some.student().with(Duration.ofSeconds(4)));
        assertThatIllegalArgumentException().isThrownBy(() -> Some.student().with(Duration.ofSeconds(31)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Habits(2.1, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(5, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Device("ahead", Player.FULL, Duration.ofMinutes(5), false));
    }

    private static Stream<Interval> played(WatchReport report) {
        return Objects.requireNonNullElse(report.played(), List.<Interval>of()).stream();
    }

    private static boolean isBetween(Video video, long minMs, long maxMs) {
        return video.durationMs() >= minMs && video.durationMs() <= maxMs;
    }
}
