package dev.playhead.query.shorts;

import static dev.playhead.query.running.Written.WATCHED;
import static dev.playhead.query.running.Written.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The sittings in which a student watched shorts.
class SessionsIT {
    private static final String LAST = "/learning/api/shorts/session";
    private static final String ALL = "/learning/api/shorts/sessions";
    private static Written written;
    private static QueryService service;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(SessionsIT.class);
        written = new Written(sandbox);
        written.course(Courses.course("c").shortVideo("s1", 30, "1.1", 1).build());
        service = QueryService.start(sandbox).ready();
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Test
    void who_has_watched_none_has_none() {
        assertThat(as("nob").get(LAST).text()).isEqualTo("{\"success\":true,\"session\":null}");
        assertThat(as("nob").get(ALL).text()).isEqualTo("{\"success\":true,\"sessions\":[],\"next\":null}");
    }

    @Test
    void one_is_what_was_said_of_it() {
        String token = written.put(session("ana", WATCHED, 750, "s1")
                .setShortsWatched(14)
                .setShortsCompleted(9)
                .setSwipesUp(13)
                .setSwipesDown(1)
                .setWatchedMs(512_500)
                .build());

        assertThat(as("ana").getAfter(LAST, token).text())
                .isEqualTo("{\"success\":true,\"session\":{\"started\":\"2026-11-21T08:00:00Z\","
                        + "\"last_seen\":\"2026-11-21T08:12:30Z\",\"active\":false,\"shorts_watched\":14,"
                        + "\"shorts_completed\":9,\"swipes_up\":13,\"swipes_down\":1,\"watched_seconds\":512.5,"
                        + "\"current\":\"s1\"}}");
    }

    @Test
    void it_goes_on_until_half_an_hour_after_the_last_that_was_seen() {
        Instant now = Instant.now();
        String over = written.put(
                session("bea", now.minus(Duration.ofMinutes(60)), 29 * 60, "s1").build());
        boolean wasActive = last("bea", over).path("active").booleanValue();
        String goesOn = written.put(
                session("bea", now.minus(Duration.ofMinutes(60)), 31 * 60, "s1").build());

        assertThat(wasActive).isFalse();
        assertThat(last("bea", goesOn).path("active").booleanValue()).isTrue();
        assertThat(as("bea").get(ALL).json().path("sessions")).hasSize(1);
    }

    @Test
    void one_that_students_see_no_more_is_not_the_one_to_resume() {
        String token = written.put(session("cid", WATCHED, 1, "gone").build());

        assertThat(last("cid", token).path("current").isNull()).isTrue();
    }

    @Test
    void the_last_is_the_one_that_began_last_and_one_that_was_joined_to_another_is_gone() {
        written.put(session("dan", WATCHED.plusSeconds(4_000), 100, "s1").build());
        String token = written.put(session("dan", WATCHED, 90, "s1").build());
        String later = last("dan", token).path("started").stringValue();
        ProgressKey joined =
                new ProgressKey.OfSession("dan", WATCHED.plusSeconds(4_000).toEpochMilli());
        String gone = written.put(joined, null, written.nextActivity("dan"));

        assertThat(later).isEqualTo("2026-11-21T09:06:40Z");
        assertThat(last("dan", gone).path("started").stringValue()).isEqualTo(WATCHED.toString());
    }

    @Test
    void all_of_them_page_by_page_the_latest_first() {
        String token = "";
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            Instant started = WATCHED.plus(Duration.ofHours(i)).plusMillis(i);
            token = written.put(session("eva", started, 60, "s1").build());
            expected.addFirst(started.toString());
        }
        written.put(session("eve", WATCHED, 60, "s1").build());

        List<String> found = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        String path = ALL;
        do {
            Answer answer = as("eva").getAfter(path, token);
            JsonNode page = answer.json();
            page.path("sessions").forEach(each -> found.add(each.path("started").stringValue()));
            pages.add(page.path("sessions").size());
            path = page.path("next").isNull()
                    ? ""
                    : ALL + "?before=" + page.path("next").stringValue();
        } while (!path.isEmpty());

        assertThat(found).isEqualTo(expected);
        assertThat(pages).containsExactly(20, 20, 5);
        assertThat(as("eva").get(ALL + "?limit=45").json().path("next").isNull())
                .isTrue();
        assertThat(as("eva").get(ALL + "?limit=44").json().path("next").isNull())
                .isFalse();
        assertThat(as("eva")
                        .get(ALL + "?before=2026-11-21T09:00:00%2B01:00")
                        .json()
                        .path("sessions"))
                .isEmpty();
    }

    private static JsonNode last(String student, String token) {
        Answer answer = as(student).getAfter(LAST, token);
        assertThat(answer.header("Playhead-Fresh")).isEqualTo("true");
        return answer.json().path("session");
    }

    private static As as(String student) {
        return service.as(TokenRequest.student(student));
    }
}
