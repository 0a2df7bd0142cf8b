package dev.playhead.query.freshness;

import static dev.playhead.query.running.QueryService.student;
import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FreshnessIT {
    private static Written written;
    private static QueryService one;
    private static QueryService other;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(FreshnessIT.class);
        written = new Written(sandbox);
        written.course(Courses.demo());
        one = QueryService.start(sandbox).ready();
        other = QueryService.start(sandbox).ready();
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        written.close();
    }

    @Test
    void a_read_waits_for_the_write_on_every_instance() {
        for (int round = 1; round <= 20; round++) {
            String student = "ana" + round;
            String token = written.put(at(student, "video123", round * 1_000L));
            for (QueryService each : new QueryService[] {one, other}) {
                Answer answer = status(each, student, token);
                assertThat(answer.header("Playhead-Fresh")).isEqualTo("true");
                assertThat(answer.json().get("watch_time").intValue()).isEqualTo(round);
            }
        }
    }

    @Test
    void a_read_that_came_before_the_write_is_woken_by_it() {
        String student = "early";
        String token = written.token(Written.partition(student), written.nextActivity(student));
        CompletableFuture<Answer> early = CompletableFuture.supplyAsync(() -> status(one, student, token));

        written.put(at(student, "video123", 7_000), activityOffset(token));

        assertThat(early).succeedsWithin(Duration.ofSeconds(10));
        assertThat(early.join().header("Playhead-Fresh")).isEqualTo("true");
        assertThat(early.join().json().get("watch_time").intValue()).isEqualTo(7);
    }

    @Test
    void a_write_that_does_not_come_is_waited_for_2_s_and_no_longer() {
        String token = written.token(0, 1_000_000);
        long startedNanos = System.nanoTime();

        Answer answer = status(one, "ana", token);

        Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Playhead-Fresh")).isEqualTo("false");
        assertThat(took).isBetween(Duration.ofMillis(1_950), Duration.ofSeconds(4));
    }

    @Test
    void a_record_that_changes_nothing_and_a_tombstone_count_as_seen() {
        written.put(at("reset", "video123", 60_000));
        String tombstone = written.tombstone("reset", "video123");

        Answer answer = status(one, "reset", tombstone);

        assertThat(answer.header("Playhead-Fresh")).isEqualTo("true");
        assertThat(answer.json().get("last_watched").isNull()).isTrue();
    }

    @Test
    void several_tokens_must_all_be_held() {
        String course = written.course(Courses.course("late").video("late1", 60).build());
        String first = written.put(at("bob", "late1", 3_000));
        String second = written.put(at("cid", "late1", 4_000));
        String never = written.token(1, 1_000_000);

        Answer all = one.api()
                .get(
                        "/api/progress/video/late1/status",
                        "Authorization",
                        "Bearer " + student("bob"),
                        "Playhead-Read-After",
                        first + ", " + second,
                        "Playhead-Read-After",
                        course);
        Answer notAll = status(one, "bob", first + "," + never);

        assertThat(all.header("Playhead-Fresh")).isEqualTo("true");
        assertThat(all.json().get("watch_time").intValue()).isEqualTo(3);
        assertThat(notAll.header("Playhead-Fresh")).isEqualTo("false");
    }

    @Test
    void a_reset_is_not_fresh_before_the_last_of_its_records_is_there() {
        String student = "halfway";
        written.put(at(student, "video123", 60_000));
        long reset = written.nextActivity(student);
        String token = written.token(Written.partition(student), reset);
        written.tombstoneAndMore(new ProgressKey.OfMaterial(student, "video123"), reset);

        Answer before = status(one, student, token);
        written.put(new ProgressKey.OfStudent(student), null, reset);
        Answer after = status(one, student, token);

        assertThat(before.header("Playhead-Fresh")).isEqualTo("false");
        assertThat(after.header("Playhead-Fresh")).isEqualTo("true");
        assertThat(after.json().get("last_watched").isNull()).isTrue();
    }

    @Test
    void what_was_set_aside_is_never_fresh_on_any_instance_and_nobody_waits_for_it() {
        String student = "dee";
        String before = written.put(at(student, "video123", 3_000));
        String lost = written.deadLetter(student, written.nextActivity(student));
        String after = written.put(at(student, "video123", 5_000));
        assertThat(status(one, student, after).header("Playhead-Fresh")).isEqualTo("true");

        for (QueryService each : new QueryService[] {one, other}) {
            for (String asked : new String[] {lost, lost + "," + after, lost + "," + written.token(1, 1_000_000)}) {
                long startedNanos = System.nanoTime();

                Answer answer = status(each, student, asked);

                assertThat(answer.header("Playhead-Fresh")).isEqualTo("false");
                assertThat(answer.json().get("watch_time").intValue()).isEqualTo(5);
                assertThat(Duration.ofNanos(System.nanoTime() - startedNanos)).isLessThan(Duration.ofMillis(1_500));
            }
            assertThat(status(each, student, before).header("Playhead-Fresh")).isEqualTo("true");
        }
    }

    @Test
    void a_read_that_waits_for_what_is_then_set_aside_is_told_so() {
        String student = "waiting";
        long offset = written.nextActivity(student);
        String token = written.token(Written.partition(student), offset);
        long startedNanos = System.nanoTime();
        CompletableFuture<Answer> early = CompletableFuture.supplyAsync(() -> status(one, student, token));

        written.deadLetter(student, offset);

        assertThat(early).succeedsWithin(Duration.ofSeconds(10));
        assertThat(early.join().header("Playhead-Fresh")).isEqualTo("false");
        assertThat(Duration.ofNanos(System.nanoTime() - startedNanos)).isLessThan(Duration.ofMillis(1_900));
    }

    @Test
    void what_is_no_token_of_ours_is_malformed() {
        String foreign = new WriteToken("somebody.elses", 0, 1).text();
        String beyond = written.token(QueryService.PARTITIONS, 1);
        for (String wrong : new String[] {"nonsense", foreign, beyond, written.token(0, 1) + ",x"}) {
            Answer answer = status(one, "ana", wrong);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("detail").stringValue()).contains("Playhead-Read-After");
        }
    }

    private static long activityOffset(String token) {
        return WriteToken.parse(written.topics().activity().name(), token)
                .orElseThrow()
                .offset();
    }

    private static Answer status(QueryService service, String student, String token) {
        return service.api()
                .get(
                        "/api/progress/video/video123/status",
                        "Authorization",
                        "Bearer " + student(student),
                        "Playhead-Read-After",
                        token);
    }
}
