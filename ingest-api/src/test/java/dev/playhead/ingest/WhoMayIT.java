package dev.playhead.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.testing.sample.XapiStatement;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may write what.
class WhoMayIT {
    private static final Sandbox SANDBOX = Stack.shared().sandbox(WhoMayIT.class);

    private static RunningIngest open;
    private static RunningIngest byClaim;

    @BeforeAll
    static void start() {
        open = RunningIngest.start(SANDBOX);
        Calls admin = open.as(TokenRequest.admin("root"));
        admin.putCourse("mine", Bodies.course("Mine", "v")).isAccepted();
        admin.putCourse("others", Bodies.course("Others", "w")).isAccepted();
        admin.putCourse("shorts", Bodies.shorts("Shorts", "s")).isAccepted();
        byClaim = RunningIngest.start(SANDBOX, "--playhead.enrolment=claim");
        Calls everywhere = byClaim.as(caller("everywhere", "student", "*"));
        await().until(() -> everywhere.like("s").status() == 202);
    }

    @AfterAll
    static void stop() {
        byClaim.close();
        open.close();
    }

    @ParameterizedTest
    @CsvSource({
        "student,         , 202, 403, 403",
        "student,     mine, 202, 403, 403",
        "teacher,     mine, 403, 202, 403",
        "teacher,        *, 403, 202, 202",
        "teacher,         , 403, 403, 403",
        "admin,           , 403, 202, 202",
        "student teacher, mine, 202, 202, 403",
        "nobody,         *, 403, 403, 403"
    })
    void by_role(String roles, String course, int watches, int changesMine, int changesOthers) {
        Calls caller = open.as(caller(roles.replace(' ', '-') + "-of-" + course, roles, course));

        assertThat(caller.watchTime("v", Bodies.watched(1)).status()).isEqualTo(watches);
        assertThat(caller.putCourse("mine", Bodies.course("Mine", "v")).status())
                .isEqualTo(changesMine);
        assertThat(caller.putCourse("others", Bodies.course("Others", "w")).status())
                .isEqualTo(changesOthers);
        assertThat(caller.deleteCourse("others", "If-Match", "\"0\"").status())
                .isEqualTo(changesOthers == 202 ? 412 : 403);
    }

    @ParameterizedTest
    @CsvSource({
        "mine, v, 202",
        "mine, w, 403",
        "*, w, 202",
        ", v, 403",
        "mine, nobody-knows, 403",
        "*, nobody-knows, 404"
    })
    void a_student_watches_what_the_token_says_where_enrolment_is_by_claim(String course, String video, int status) {
        Answer answer = byClaim.as(caller("bo-" + course, "student", course)).watchTime(video, Bodies.watched(1));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "shorts, s, 202",
        "mine, s, 403",
        "*, s, 202",
        ", s, 403",
        "mine, nobody-knows, 403",
        "*, nobody-knows, 404",
        "*, v, 404"
    })
    void so_it_is_with_shorts(String course, String id, int status) {
        Calls cleo = byClaim.as(caller("cleo-" + course + "-" + id, "student", course));
        String report = Bodies.watchedShort(id, "50", "22.5", "up");

        assertThat(List.of(
                        cleo.shortProgress(id, report).status(),
                        cleo.watchShort(report).status(),
                        cleo.like(id).status(),
                        cleo.unlike(id).status(),
                        cleo.share(id, "{}").status()))
                .containsOnly(status);
    }

    @Test
    void only_students_have_shorts_of_their_own() {
        for (Calls other : List.of(open.as(TokenRequest.teacher("ted", "*")), open.as(TokenRequest.admin("root")))) {
            other.shortProgress("s", Bodies.watchedShort("s", "50", "22.5", "none"))
                    .isProblem(403);
            other.watchShort(Bodies.watchedShort("s", "50", "22.5", "none")).isProblem(403);
            other.shortProgress("mock", Bodies.watchedShort("mock_1.1_1", "50", "22.5", "none"))
                    .isProblem(403);
            other.like("s").isProblem(403);
            other.unlike("s").isProblem(403);
            other.share("s", "{}").isProblem(403);
        }
    }

    @Test
    void what_others_watch_is_refused_alone_in_a_batch_and_among_statements() {
        Calls bo = byClaim.as(caller("bo", "student", "mine"));
        String now = Instant.now().toString();
        String mine = Bodies.watched(1).replace("}", ",\"video_id\":\"v\",\"occurred_at\":\"" + now + "\"}");
        String others = mine.replace("\"v\"", "\"w\"");
        String nobodys = mine.replace("\"v\"", "\"nobody-knows\"");

        Answer batch =
                bo.heartbeats("[" + mine + "," + others + "," + nobodys + "]").isAccepted();

        assertThat(batch.body())
                .isEqualTo(
                        "{\"accepted\":1,\"rejected\":["
                                + "{\"index\":1,\"field\":\"video_id\",\"error\":\"must be of one of the student's courses\"},"
                                + "{\"index\":2,\"field\":\"video_id\",\"error\":\"must be of one of the student's courses\"}]}");
        bo.heartbeats("[" + others + "," + nobodys + "]").isProblem(422);

        Answer statements = bo.statements("[" + played("v") + "," + played("w") + "," + played("nobody-knows") + "]");

        assertThat(statements.status()).as(statements.body()).isEqualTo(200);
        assertThat(statements.json()).hasSize(1);
        assertThat(statements.header("Playhead-Refused")).isEqualTo("1;reason=not_enrolled, 2;reason=not_enrolled");
        assertThat(bo.statements(played("w")).isProblem(403).body())
                .isEqualTo(bo.statements(played("nobody-knows")).isProblem(403).body());
    }

    private static String played(String video) {
        return XapiStatement.video("played")
                .time(1)
                .object("https://school.example.org/" + video)
                .json();
    }

    @Test
    void a_forbidden_course_looks_the_same_whether_or_not_it_is_there() {
        Calls teacher = open.as(TokenRequest.teacher("ted", "mine"));

        Answer there = teacher.deleteCourse("others");
        Answer notThere = teacher.deleteCourse("nothere");

        assertThat(notThere.isProblem(403).body().replace("nothere", "others"))
                .isEqualTo(there.isProblem(403).body());
    }

    private static TokenRequest caller(String id, String roles, String course) {
        return TokenRequest.of(id, roles.split(" ")).courses(course == null ? List.of() : List.of(course));
    }
}
