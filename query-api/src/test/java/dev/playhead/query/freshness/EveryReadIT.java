package dev.playhead.query.freshness;

import static dev.playhead.query.running.Written.WATCHED;
import static dev.playhead.query.running.Written.at;
import static dev.playhead.query.running.Written.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.ReadCall;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each call, on each of two instances, holds the write that it is told of, or says that it does not.
/// What is said of all students together never says that it holds what one did.
class EveryReadIT {
    private static final String AFTER = "Playhead-Read-After";
    private static final String STUDENT = "ada";
    private static Written written;
    private static QueryService one;
    private static QueryService other;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(EveryReadIT.class);
        written = new Written(sandbox);
        written.course(Courses.demo());
        one = QueryService.start(sandbox).ready();
        other = QueryService.start(sandbox).ready();
        settled();
    }

    /// The second instance takes partitions from the first, and says that it is ready before it has
    /// them: meanwhile nobody projects those. One student of each.
    private static void settled() {
        for (String student : List.of("ana", "lea", "uli")) {
            String token = written.put(at(student, "video123", 1_000));
            await().until(() -> ask(ReadCall.CONTINUE, "", "", token).stream()
                    .allMatch(answer -> answer.header("Playhead-Fresh").equals("true")));
        }
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        written.close();
    }

    @ParameterizedTest
    @EnumSource
    void holds_what_a_student_did_and_what_was_reset(ReadCall call) {
        String course = "done-" + call.ordinal();
        String video = "done-video-" + call.ordinal();
        Courses of = Courses.course(course);
        String put = written.course(
                (call.isOfShorts() ? of.shortVideo(video, 600, "1.1", 1) : of.video(video, 600)).build());
        String watched = written.put(at(STUDENT, video, 60_000));
        String sat = written.put(session(STUDENT, WATCHED, 60, video).build());
        List<Answer> then = ask(call, course, video, String.join(",", put, watched, sat));
        List<Answer> afterReset = ask(call, course, video, written.tombstone(STUDENT, video));

        assertThat(then).allSatisfy(answer -> {
            assertFresh(answer, fresh(call));
            assertThat(answer.text()).contains(sign(call));
        });
        assertThat(afterReset).allSatisfy(answer -> {
            assertFresh(answer, fresh(call));
            if (isOfProgress(call)) {
                assertThat(answer.text()).doesNotContain(sign(call));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void holds_a_change_of_the_catalog(ReadCall call) {
        String course = "put-" + call.ordinal();
        String video = "put-video-" + call.ordinal();
        written.course(Courses.course(course).build());
        String put = written.course(
                Courses.course(course).version(2).video(video, 600).build());
        List<Answer> there = ask(call, course, video, put);
        String gone = written.noCourse(course);
        List<Answer> notThere = ask(call, course, video, gone);

        assertThat(there).allSatisfy(answer -> assertFresh(answer, "true"));
        assertThat(notThere).allSatisfy(answer -> {
            assertThat(answer.header("Playhead-Fresh")).isEqualTo("true");
            assertThat(answer.text()).doesNotContain("\"" + video + "\"");
            assertThat(answer.status()).isEqualTo(namesOne(call) ? 404 : 200);
        });
    }

    @ParameterizedTest
    @EnumSource
    void that_came_before_the_write_is_woken_by_it(ReadCall call) throws Exception {
        String student = "early-" + call;
        String token = written.token(Written.partition(student), written.nextActivity(student));
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var early = callers.submit(() -> ask(call, "demo", "video123", token));

            written.put(at(student, "video123", 7_000), offset(token));

            assertThat(early.get()).allSatisfy(answer -> assertFresh(answer, fresh(call)));
        }
    }

    @Test
    void waits_for_a_write_that_does_not_come_and_no_longer_than_two_seconds() {
        String never = written.token(0, 1_000_000);
        long startedNanos = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> answers = Stream.of(ReadCall.values())
                    .map(call -> CompletableFuture.supplyAsync(
                            () -> call.ask(caller(one), STUDENT, "demo", "video123", AFTER, never), callers))
                    .toList();
            assertThat(answers).allSatisfy(answer -> assertFresh(answer.join(), "false"));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - startedNanos))
                .isBetween(Duration.ofMillis(1_950), Duration.ofSeconds(6));
    }

    @ParameterizedTest
    @EnumSource
    void refuses_what_is_no_token_of_ours(ReadCall call) {
        String foreign = new WriteToken("somebody.elses", 0, 1).text();
        for (String wrong : List.of("nonsense", foreign, written.token(0, 1) + ",x")) {
            Answer answer = call.ask(caller(one), STUDENT, "demo", "video123", AFTER, wrong);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().path("detail").stringValue()).contains(AFTER);
            assertThat(answer.header("Playhead-Fresh")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void says_nothing_of_it_where_nobody_asks(ReadCall call) {
        Answer answer = call.ask(caller(one), STUDENT, "demo", "video123");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().map()).doesNotContainKey("playhead-fresh");
    }

    private static List<Answer> ask(ReadCall call, String course, String video, String token) {
        return Stream.of(one, other)
                .map(service -> call.ask(caller(service), STUDENT, course, video, AFTER, token))
                .toList();
    }

    private static As caller(QueryService service) {
        return service.as(TokenRequest.admin(STUDENT));
    }

    private static void assertFresh(Answer answer, String fresh) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("Playhead-Fresh")).isEqualTo(fresh);
    }

    /// What a minute of ten, and the sitting it was watched in, leave in an answer.
    private static String sign(ReadCall call) {
        return switch (call) {
            case ROSTER -> "\"overall_progress\":10,";
            case COMPLETIONS -> "\"completions\":";
            case AUDIENCE, AUDIENCE_OF_COURSE -> "\"viewers\":0,";
            case TIMELINE, TIMELINE_OF_COURSE -> "\"days\":";
            case SHORTS_OF_SUBMODULE, SHORTS_OF_ALL -> "\"watch_percentage\":10,";
            case CATALOG, CATALOG_COURSE, SHORTS_SESSION, SHORTS_SESSIONS -> "\"done-video-" + call.ordinal() + "\"";
            default -> "\"progress_percentage\":10,";
        };
    }

    private static boolean isOfProgress(ReadCall call) {
        return switch (call) {
            case COMPLETIONS, CATALOG, CATALOG_COURSE, SHORTS_SESSION, SHORTS_SESSIONS -> false;
            default -> !call.isOfAll();
        };
    }

    private static String fresh(ReadCall call) {
        return Boolean.toString(!call.isOfAll());
    }

    private static boolean namesOne(ReadCall call) {
        return switch (call) {
            case BATCH, CONTINUE, COMPLETIONS, CATALOG -> false;
            default -> !call.isOfShorts();
        };
    }

    private static long offset(String token) {
        return WriteToken.parse(written.topics().activity().name(), token)
                .orElseThrow()
                .offset();
    }
}
