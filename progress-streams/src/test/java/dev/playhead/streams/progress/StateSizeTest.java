package dev.playhead.streams.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.testing.student.SchoolYear;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// How much a student's year takes: a bound of the design, and printed.
class StateSizeTest {
    private static final int STUDENTS = 30;
    private static final int VIDEOS = 40;
    private static final double BYTES_A_PAIR_MAX = 200;

    private final long seed = Long.getLong("playhead.seed", System.nanoTime());

    @Test
    void a_year_of_ordinary_watching_takes_at_most_200_bytes_for_a_student_and_a_video() {
        LongSummaryStatistics bytes = SchoolYear.of(
                        STUDENTS, VIDEOS, Instant.parse("2026-09-01T00:00:00Z"), new SplittableRandom(seed))
                .attendance()
                .histories()
                .mapToLong(history -> {
                    Heartbeat any = Simulation.heartbeats(history).getFirst();
                    String key = any.getStudentId() + "\0" + any.getMaterialId();
                    return key.getBytes(StandardCharsets.UTF_8).length
                            + WatchStateFormat.write(Folding.fold(Simulation.heartbeats(history))).length;
                })
                .summaryStatistics();

        System.out.printf(
                "-Dplayhead.seed=%d: key and state of %d pairs after a school year: %.0f bytes on average, %d at most%n",
                seed, bytes.getCount(), bytes.getAverage(), bytes.getMax());
        assertThat(bytes.getAverage()).as("-Dplayhead.seed=%d", seed).isLessThanOrEqualTo(BYTES_A_PAIR_MAX);
    }
}
