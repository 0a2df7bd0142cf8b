package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.catalog.Catalog;
import dev.playhead.ingest.catalog.Catalogs;
import dev.playhead.ingest.heartbeat.Verdict.Accepted;
import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.event.MaterialKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// What is judged of an element of a batch beyond what is judged of a report by itself.
class OneOfManyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:30:00Z");
    private static final Catalog CATALOG = Catalogs.of(Catalogs.course(
            "c",
            1,
            Catalogs.material("v", MaterialKind.VIDEO, 600_000),
            Catalogs.material("w", MaterialKind.VIDEO, 600_000)));
    private static final Rate RATE = new Rate(Duration.ofSeconds(1), 3);

    private final Intake intake = new Intake(CATALOG, UnknownMaterials.REFUSE);

    @Nested
    class OfABatch {
        @Test
        void is_the_callers() {
            Heartbeat heartbeat = accepted(Channel.BATCH, report(NOW.minusSeconds(60), ""));

            assertThat(heartbeat.getStudentId()).isEqualTo("ana");
            assertThat(heartbeat.getSource()).isEqualTo(HeartbeatSource.BATCH);
            assertThat(heartbeat.getOccurredAt()).isEqualTo(NOW.minusSeconds(60).toEpochMilli());
            assertThat(heartbeat.getReceivedAt()).isEqualTo(NOW.toEpochMilli());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{}                          | video_id, occurred_at, watch_time, total_duration",
                    "{'video_id': 5}             | video_id, occurred_at, watch_time, total_duration",
                    "{'video_id': 'elsewhere'}   | video_id",
                    "{'video_id': 'v'}           | occurred_at, watch_time, total_duration",
                    "[]                          | body",
                    "null                        | body",
                    "{'video_id': 'v', 'student_id': 'bo', 'watch_time': -1} | student_id"
                })
        void is_refused_with_all_that_is_wrong(String json, String fields) {
            assertThat(rejected(Channel.BATCH, json)).containsExactlyInAnyOrder(fields.split(", "));
        }

        @Test
        void is_of_the_last_thirty_days() {
            assertThat(rejected(Channel.BATCH, report(NOW.minus(Duration.ofDays(31)), "")))
                    .containsExactly("occurred_at");
        }
    }

    @Nested
    class OfAnImport {
        @Test
        void is_of_whom_it_says_and_of_any_age() {
            Heartbeat heartbeat =
                    accepted(Channel.IMPORT, report(Instant.parse("2009-02-13T23:31:30Z"), ", 'student_id': 'x|y@z'"));

            assertThat(heartbeat.getStudentId()).isEqualTo("x|y@z");
            assertThat(heartbeat.getSource()).isEqualTo(HeartbeatSource.IMPORT);
            assertThat(heartbeat.getOccurredAt()).isEqualTo(1_234_567_890_000L);
        }

        @Test
        void is_not_put_right_by_when_it_was_once_sent() {
            Instant then = NOW.minus(Duration.ofDays(400));

            assertThat(accepted(Channel.IMPORT, report(then, ", 'student_id': 'bo', 'sent_at': '" + then + "'"))
                            .getOccurredAt())
                    .isEqualTo(then.toEpochMilli());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{}                                          | video_id, occurred_at, student_id, watch_time, total_duration",
                    "{'student_id': 'a b', 'video_id': 'v'}      | occurred_at, student_id, watch_time, total_duration",
                    "{'student_id': 'bo', 'video_id': 'v', 'watch_time': 1, 'total_duration': 600, 'occurred_at': '1969-12-31T23:59:59Z'} | occurred_at",
                    "{'student_id': 'bo', 'video_id': 'v', 'watch_time': 1, 'total_duration': 600, 'occurred_at': '2026-11-21T08:36:00Z'} | occurred_at"
                })
        void is_refused_with_all_that_is_wrong(String json, String fields) {
            assertThat(rejected(Channel.IMPORT, json)).containsExactlyInAnyOrder(fields.split(", "));
        }
    }

    @Test
    void what_is_wrong_with_one_is_told_up_to_a_bound() {
        String wrong = "{'video_id': 5, 'watch_time': 'x', 'total_duration': 'x', 'occurred_at': 5, 'event': 5,"
                + " 'session_id': 5, 'device_id': 5, 'sequence': 'x', 'played': 5, 'playback_rate': 'x'}";

        assertThat(rejected(Channel.BATCH, wrong)).hasSize(5);
    }

    @Nested
    class AtARate {
        @Test
        void a_backlog_of_its_own_time_is_taken_in_whatever_order() {
            List<Verdict> backlog = IntStream.range(0, 5_000)
                    .mapToObj(i -> judge(Channel.BATCH, report(NOW.minusSeconds((i * 7L) % 5_000), "")))
                    .toList();

            assertThat(held(backlog)).isEqualTo(backlog);
        }

        @Test
        void what_is_over_it_is_refused_alone() {
            List<Verdict> judged = held(IntStream.of(0, 100, 200, 300, 400, 1_000, 1_100)
                    .mapToObj(ms ->
                            judge(Channel.BATCH, report(NOW.minusSeconds(60).plusMillis(ms), "")))
                    .toList());

            assertThat(BatchAnswer.of(judged))
                    .isEqualTo(new BatchAnswer(
                            4,
                            List.of(
                                    new Rejection(3, "occurred_at", "rate_limited"),
                                    new Rejection(4, "occurred_at", "rate_limited"),
                                    new Rejection(6, "occurred_at", "rate_limited"))));
        }

        @Test
        void each_video_has_its_own() {
            List<Verdict> verdicts = IntStream.range(0, 6)
                    .mapToObj(i -> judge(Channel.BATCH, report(NOW, "").replace("'v'", i < 3 ? "'v'" : "'w'")))
                    .toList();

            assertThat(verdicts).allMatch(Accepted.class::isInstance);
            assertThat(held(verdicts)).isEqualTo(verdicts);
        }

        @Test
        void what_was_wrong_is_nothing_to_it() {
            List<Verdict> verdicts = IntStream.range(0, 6)
                    .mapToObj(i -> judge(Channel.BATCH, i < 3 ? "{}" : report(NOW, "")))
                    .toList();

            assertThat(held(verdicts)).isEqualTo(verdicts);
        }
    }

    private static List<Verdict> held(List<Verdict> verdicts) {
        return BatchRate.judge(RATE, verdicts, Verdict::heartbeat, Function.identity());
    }

    private static String report(Instant occurredAt, String more) {
        return "{'video_id': 'v', 'watch_time': 1, 'total_duration': 600, 'occurred_at': '%s'%s}"
                .formatted(occurredAt, more);
    }

    private Verdict judge(Channel channel, String json) {
        return intake.judgeOneOfMany(
                "ana", JsonMapper.shared().readTree(json.replace('\'', '"')), new Arrival(channel, NOW.toEpochMilli()));
    }

    private Heartbeat accepted(Channel channel, String json) {
        Verdict verdict = judge(channel, json);
        assertThat(verdict).isInstanceOf(Accepted.class);
        return ((Accepted) verdict).accepted();
    }

    private List<String> rejected(Channel channel, String json) {
        Verdict verdict = judge(channel, json);
        assertThat(verdict).isInstanceOf(Refused.class);
        return Rejection.of(0, (Refused) verdict).map(Rejection::field).toList();
    }
}
