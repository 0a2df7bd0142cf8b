package dev.playhead.query.etag;

import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.ReadCall;
import dev.playhead.query.running.Written;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTagsIT {
    private static final String STATUS = "/api/progress/video/video123/status";
    private static Written written;
    private static QueryService service;
    private static As admin;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(AnswerTagsIT.class);
        written = new Written(sandbox);
        written.course(Courses.demo());
        service = QueryService.start(sandbox).ready();
        admin = service.as(TokenRequest.admin("ada"));
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BATCH")
    void what_a_caller_has_is_not_sent_again(ReadCall call) {
        Answer first = ask(call);
        Answer again = ask(call, "If-None-Match", first.header("ETag"));
        Answer amongOthers = ask(call, "If-None-Match", "\"x\", " + first.header("ETag"));
        Answer another = ask(call, "If-None-Match", "\"x\"");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).matches("(W/)?\"[A-Za-z0-9_-]+\"");
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(first.headers().allValues("Vary")).contains("Authorization");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.headers().allValues("Vary")).contains("Authorization");
        assertThat(amongOthers.status()).isEqualTo(304);
        assertThat(another.status()).isEqualTo(200);
        assertThat(another.text()).isEqualTo(first.text());
    }

    @Test
    void a_tag_changes_with_the_answer_and_comes_back_with_it() {
        As ana = service.as(TokenRequest.student("ana"));
        String none = ana.get(STATUS).header("ETag");
        Answer begun = ana.getAfter(STATUS, written.put(at("ana", "video123", 60_000)));
        Answer stale = ana.get(STATUS, "If-None-Match", none);
        Answer reset = ana.getAfter(STATUS, written.tombstone("ana", "video123"));

        assertThat(begun.header("ETag")).isNotEqualTo(none);
        assertThat(stale.status()).isEqualTo(200);
        assertThat(stale.text()).isEqualTo(begun.text());
        assertThat(reset.header("ETag")).isEqualTo(none);
    }

    /// Who only looks for a change is told as well that there is none yet.
    @Test
    void an_answer_that_did_not_change_still_says_whether_it_is_fresh() {
        As bo = service.as(TokenRequest.student("bo"));
        String token = written.put(at("bo", "video123", 60_000));
        String tag = bo.getAfter(STATUS, token).header("ETag");

        Answer fresh = bo.get(STATUS, "If-None-Match", tag, "Playhead-Read-After", token);
        Answer stale = bo.get(STATUS, "If-None-Match", tag, "Playhead-Read-After", written.token(0, 1_000_000));

        assertThat(fresh.status()).isEqualTo(304);
        assertThat(fresh.header("Playhead-Fresh")).isEqualTo("true");
        assertThat(stale.status()).isEqualTo(304);
        assertThat(stale.header("Playhead-Fresh")).isEqualTo("false");
    }

    @Test
    void a_batch_and_a_refusal_have_none() {
        Answer batch = ask(ReadCall.BATCH);
        Answer unknown = admin.get("/api/progress/video/nowhere/status", "If-None-Match", "*");

        assertThat(batch.status()).isEqualTo(200);
        assertThat(batch.header("ETag")).isEmpty();
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("ETag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "\"", "W/", "", "\"a\" \"b\""})
    void what_is_no_tag_matches_nothing(String tag) {
        assertThat(ask(ReadCall.STATUS, "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void a_head_has_the_tag_of_the_get() {
        Answer head = admin.send("HEAD", STATUS, "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(admin.get(STATUS).header("ETag"));
    }

    private static Answer ask(ReadCall call, String... headers) {
        return call.ask(admin, "ana", "demo", "video123", headers);
    }
}
