package dev.playhead.query.roster;

import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.event.CourseProgress;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RosterIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static Written written;
    private static QueryService service;
    private static Rows rows;
    private static As admin;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(RosterIT.class);
        written = new Written(sandbox);
        service = QueryService.start(sandbox).ready();
        rows = new Rows(sandbox);
        admin = service.as(TokenRequest.admin("ada"));
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Test
    void says_of_each_student_how_far_and_since_when() {
        String course = written.course(
                Courses.course("said").video("s1", 600).video("s2", 600).build());
        written.put(at("bo", "s2", 60_000));
        written.put(completed("ana", "said", Instant.parse("2026-11-20T07:00:00Z")));
        String ana = written.put(at("ana", "s1", 600_000));
        String bo = written.put(at("bo", "s1", 125_500));

        Answer answer = admin.getAfter("/api/progress/course/said/students", course, ana, bo);

        assertThat(answer.json()).isEqualTo(JSON.readTree("""
                        {"students": [
                          {"student_id": "ana", "overall_progress": 50, "completed": true,
                           "last_watched": "2026-11-21T08:00:00Z", "completed_at": "2026-11-20T07:00:00Z"},
                          {"student_id": "bo", "overall_progress": 15.46, "completed": false,
                           "last_watched": "2026-11-21T08:00:00Z", "completed_at": null}],
                         "next": null}
                        """));
    }

    /// Thirds and sevenths of odd durations, so that whoever rounds twice is found out.
    @Test
    void says_the_same_as_the_students_own_answer() {
        long seed = Long.getLong("playhead.seed", System.nanoTime());
        Random random = new Random(seed);
        Courses exact = Courses.course("exact");
        for (int i = 0; i < 7; i++) {
            exact.video("e" + i, 600);
        }
        String course = written.course(exact.build());
        for (int student = 0; student < 40; student++) {
            for (int material = 0; material < 7; material++) {
                insert("exact" + student, "e" + material, random);
            }
        }

        JsonNode students = admin.getAfter("/api/progress/course/exact/students?limit=200", course)
                .json()
                .path("students");

        assertThat(students.size()).as("seed %d", seed).isBetween(30, 40);
        for (JsonNode each : students) {
            String student = each.path("student_id").stringValue();
            JsonNode own = admin.get("/api/students/" + student + "/progress/course/exact")
                    .json()
                    .path("progress");
            assertThat(each.path("overall_progress")).as("seed %d", seed).isEqualTo(own.path("overall_progress"));
        }
    }

    @Nested
    class Pages {
        @Test
        void follow_one_another_without_a_gap_and_without_a_repeat() {
            String token =
                    written.course(Courses.course("paged").video("p1", 600).build());
            List<String> all = new ArrayList<>();
            for (String odd : List.of("auth0|x", "urn:a:b", "x+y@example.org", "ß", "🎬", "%41", "a'b", "-1")) {
                written.put(at(odd, "p1", 1_000));
                all.add(odd);
            }
            for (int i = 0; i < 30; i++) {
                token = token + "," + written.put(at("p" + i, "p1", 1_000));
                all.add("p" + i);
            }

            List<String> read = read("paged", 7, token);

            assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
            assertThat(read("paged", 38, token)).isEqualTo(read);
            assertThat(read("paged", 200, token)).isEqualTo(read);
        }

        @ParameterizedTest
        @CsvSource({
            "50, 0, 50",
            "50, 100, 50",
            "200, 100, 200",
            "200, 200, 100",
            "50, 2000, 10",
            "5, 2000, 5",
            "1, 2000, 1"
        })
        void are_short_where_there_is_much_to_look_at(int limit, int materials, int size) {
            assertThat(Roster.size(limit, materials)).isEqualTo(size);
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "201", "abc", ""})
        void of_no_size_are_refused(String limit) {
            Answer answer = admin.get("/api/progress/course/paged/students?limit=" + limit);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/field").stringValue()).isEqualTo("limit");
        }

        @Test
        void behind_no_cursor_of_the_course_are_refused() {
            String token =
                    written.course(Courses.course("cursors").video("k1", 600).build());
            written.put(at("k-ana", "k1", 1_000));
            token += "," + written.put(at("k-bo", "k1", 1_000));
            String next = admin.getAfter("/api/progress/course/cursors/students?limit=1", token)
                    .json()
                    .path("next")
                    .stringValue();

            for (String wrong : List.of("", "ana", "0", next + "A", next.substring(1), next + "&after=" + next)) {
                Answer answer = admin.get("/api/progress/course/cursors/students?after=" + wrong);
                assertThat(answer.status()).as(wrong).isIn(400, 422);
                assertThat(answer.json().path("detail").stringValue()).contains("after");
            }
            assertThat(admin.get("/api/progress/course/paged/students?after=" + next)
                            .status())
                    .isIn(400);
        }

        private static List<String> read(String course, int limit, String token) {
            List<String> students = new ArrayList<>();
            String after = "";
            do {
                JsonNode page = admin.getAfter(
                                "/api/progress/course/" + course + "/students?limit=" + limit + after, token)
                        .json();
                assertThat(page.path("students").size()).isBetween(1, limit);
                page.path("students")
                        .valueStream()
                        .forEach(each -> students.add(each.path("student_id").stringValue()));
                after = page.path("next").isNull()
                        ? ""
                        : "&after=" + encoded(page.path("next").stringValue());
            } while (!after.isEmpty());
            return students;
        }
    }

    @Nested
    class A_course_that_was_changed {
        @Test
        void counts_what_it_has_now_whatever_course_it_was_watched_in() {
            written.course(
                    Courses.course("changed").video("g1", 600).video("g2", 600).build());
            written.put(Written.progress("mo", "g2")
                    .setCourseId("changed")
                    .setFurthestMs(600_000)
                    .build());
            written.put(Written.progress("ned", "g3")
                    .setCourseId("elsewhere")
                    .setFurthestMs(300_000)
                    .build());
            String oz = written.put(Written.progress("oz", "g3")
                    .setCourseId(null)
                    .setFurthestMs(150_000)
                    .build());
            String ned = written.put(
                    Written.progress("ned", "g2").setFurthestMs(600_000).build());
            written.put(completed("pia", "changed", Instant.parse("2026-11-20T07:00:00Z")));
            String pia = written.put(
                    Written.progress("pia", "g2").setFurthestMs(600_000).build());
            String changed = written.course(Courses.course("changed")
                    .video("g1", 600)
                    .video("g2", 600, it -> it.setPublished(false))
                    .video("g3", 600)
                    .build());

            JsonNode students = admin.getAfter(
                            "/api/progress/course/changed/students",
                            changed,
                            ned,
                            oz,
                            pia,
                            written.put(at("mo", "x", 1)))
                    .json()
                    .path("students");

            assertThat(students.valueStream()
                            .map(each -> each.path("student_id").stringValue() + " " + each.path("overall_progress")
                                    + " " + each.path("completed_at")))
                    .containsExactly("ned 25 null", "oz 12.5 null", "pia 0 \"2026-11-20T07:00:00Z\"");
        }

        @Test
        void is_not_there_when_it_is_gone() {
            written.course(Courses.course("brief").video("h1", 600).build());

            Answer answer = admin.getAfter("/api/progress/course/brief/students", written.noCourse("brief"));

            assertThat(answer.status()).isEqualTo(404);
        }

        @Test
        void may_have_nothing_published() {
            String course = written.course(Courses.course("hidden")
                    .video("i1", 600, it -> it.setPublished(false))
                    .build());

            assertThat(admin.getAfter("/api/progress/course/hidden/students", course)
                            .text())
                    .isEqualTo("{\"students\":[],\"next\":null}");
        }
    }

    private static void insert(String student, String material, Random random) {
        if (random.nextInt(3) == 0) {
            return;
        }
        long durationMs = 1 + random.nextInt(1_000);
        rows.jdbc()
                .update(
                        """
                        insert into material_progress
                        values (?, ?, 'exact', 'VIDEO', 0, ?, ?, 0, 0, 0, ?, 1, false, 0)
                        """,
                        student,
                        material,
                        random.nextLong(durationMs + durationMs / 10 + 1),
                        durationMs,
                        random.nextInt(5) == 0 ? 1L : null);
    }

    private static CourseProgress completed(String student, String course, Instant at) {
        return Written.courseProgress(student, course, 2)
                .setCompletedAt(at.toEpochMilli())
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
