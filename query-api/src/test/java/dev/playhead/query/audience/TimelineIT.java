package dev.playhead.query.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.Crowd;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// What was done on each day, as it is answered.
class TimelineIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MANY = 137;
    private static Written written;
    private static QueryService service;
    private static Rows rows;
    private static As teacher;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(TimelineIT.class);
        written = new Written(sandbox);
        rows = new Rows(sandbox);
        service = QueryService.start(sandbox).ready();
        teacher = service.as(TokenRequest.teacher("tom", "c", "many"));
        Courses many = Courses.course("many");
        for (int video = 0; video < MANY; video++) {
            many.video("m" + video, 600);
        }
        String put = written.course(many.build());
        put += ","
                + written.course(Courses.course("c")
                        .video("b", 600)
                        .video("a", 600)
                        .video("hidden", 600, it -> it.setPublished(false))
                        .build());
        written.course(Courses.course("others").video("theirs", 600).build());
        for (String video : List.of("a", "b", "hidden", "theirs")) {
            for (int day = 1; day <= 5; day++) {
                written.put(Crowd.day(video, LocalDate.of(2026, 2, 26).plusDays(day))
                        .setViews(10 + day)
                        .setViewers(day)
                        .setCompletions(1)
                        .setWatchedMs(day * 1_500L)
                        .build());
            }
        }
        // So many rows that nobody need write them one by one.
        rows.jdbc().update("""
                insert into audience_day
                select 'm' || v, date '2026-01-01' + d, 1, 1, 1, 1
                from generate_series(0, ?) as v, generate_series(0, 365) as d
                """, MANY - 1);
        await().until(() -> rows.jdbc()
                .queryForList("select count(*) from audience_day where material_id not like 'm%'", Long.class)
                .contains(20L));
        teacher.getAfter("/api/analytics/course/many", put);
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Test
    void of_a_video_says_what_was_done_on_each_day_both_ends_counted() {
        assertThat(timeline("video/a", "2026-02-28", "2026-03-01").json()).isEqualTo(JSON.readTree("""
                        {"days": [
                          {"date": "2026-02-28", "video_id": "a", "views": 12, "viewers": 2, "completions": 1,
                           "watched_seconds": 3},
                          {"date": "2026-03-01", "video_id": "a", "views": 13, "viewers": 3, "completions": 1,
                           "watched_seconds": 4.5}]}
                        """));
    }

    @Test
    void of_a_course_says_it_of_each_video_that_students_see_day_by_day_in_its_order() {
        assertThat(lines(timeline("course/c", "2026-03-01", "2026-12-31")))
                .containsExactly(
                        "2026-03-01 b", "2026-03-01 a", "2026-03-02 b", "2026-03-02 a", "2026-03-03 b", "2026-03-03 a");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-01, 2026-02-26", "2026-03-04, 2026-12-31", "0000-01-01, 0000-01-01", "9999-12-31, 9999-12-31"})
    void of_days_on_which_nothing_was_done_says_nothing(String from, String to) {
        assertThat(timeline("video/a", from, to).text()).isEqualTo("{\"days\":[]}");
        assertThat(timeline("course/c", from, to).text()).isEqualTo("{\"days\":[]}");
    }

    @Test
    void a_year_is_answered_and_a_day_more_is_not() {
        assertThat(lines(timeline("video/m0", "2026-01-01", "2027-01-01"))).hasSize(366);
        assertThat(timeline("video/m0", "2026-01-01", "2027-01-02").status()).isEqualTo(422);
    }

    @Test
    void no_more_lines_are_answered_than_fifty_thousand() {
        Answer much = timeline("course/many", "2026-01-01", "2026-12-30");
        Answer tooMuch = timeline("course/many", "2026-01-01", "2026-12-31");

        assertThat(lines(much)).hasSize(364 * MANY);
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.json().at("/errors/0/field").stringValue()).isEqualTo("to");
        assertThat(tooMuch.text()).contains("50,000");
    }

    @Test
    void who_may_not_see_it_is_told_so_whatever_the_days() {
        assertThat(timeline("video/theirs", "x", "y").status()).isEqualTo(403);
        assertThat(timeline("course/others", "x", "y").status()).isEqualTo(403);
        assertThat(timeline("video/a", "x", "y").status()).isEqualTo(422);
    }

    private static Answer timeline(String of, String from, String to) {
        return teacher.get("/api/analytics/" + of + "/timeline?from=" + from + "&to=" + to);
    }

    private static List<String> lines(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.json()
                .path("days")
                .valueStream()
                .map(each -> each.path("date").stringValue() + " "
                        + each.path("video_id").stringValue())
                .toList();
    }
}
