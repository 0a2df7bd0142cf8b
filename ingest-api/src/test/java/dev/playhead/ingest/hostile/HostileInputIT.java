package dev.playhead.ingest.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.testing.http.RawHttp;
import dev.playhead.testing.stack.Stack;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Whatever anyone sends, they are told what was wrong with it; it costs nothing that lasts, and
/// nothing of it is in a log.
class HostileInputIT {
    private static final int CASES_MIN = 200;
    private static final long HEAP_GROWTH_MAX = 96L * 1024 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");
    private static final Pattern HEAP = Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\",[^}]*} ([0-9.E]+)");

    private static RunningIngest ingest;
    private static LogProbe log;
    private static long heapBefore;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(
                Stack.shared().sandbox(HostileInputIT.class),
                "--playhead.auth.issuer=" + Target.ISSUER,
                "--playhead.auth.audience=" + Target.AUDIENCE,
                "--playhead.web.access-log=true",
                "--logging.level.root=info");
        log = LogProbe.begin();
        ingest.withToken(Target.ADMIN).putCourse("c", Bodies.course("C", "v")).isAccepted();
        ingest.withToken(Target.ADMIN)
                .putCourse("shorts", Bodies.shorts("S", "s"))
                .isAccepted();
        ingest.withToken(Target.STUDENT)
                .watchTime("v", Target.SOUND.replace("{", "{\"note\": \"" + Target.SECRET_TEXT + "\", "))
                .isAccepted();
        heapBefore = heapUsed();
    }

    @AfterAll
    static void nothing_of_it_is_in_a_log_and_the_heap_is_as_it_was() {
        long heapAfter = heapUsed();
        ingest.close();
        log.close();

        assertThat(cases().count()).isGreaterThanOrEqualTo(CASES_MIN);
        assertThat(log.text()).contains("POST " + Target.WATCH + " 422", "POST " + Target.WATCH + " 202");
        assertThat(log.text())
                .doesNotContain(
                        Target.SECRET_TEXT,
                        Target.STUDENT,
                        Target.STUDENT.split("\\.")[2],
                        Target.ADMIN.split("\\.")[2])
                .doesNotContain("ERROR", "Exception");
        assertThat(heapAfter - heapBefore).isLessThan(HEAP_GROWTH_MAX);
    }

    static Stream<Hostile> cases() {
        return Stream.of(
                        HostileReports.all(),
                        HostileShorts.all(),
                        HostileCourses.all(),
                        HostileTokens.all(),
                        HostileRequests.all(),
                        HostileBytes.all())
                .flatMap(cases -> cases);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void is_told_what_was_wrong(Hostile hostile) {
        String answer = RawHttp.answer(ingest.port(), hostile.request());

        Matcher status = STATUS.matcher(answer);
        assertThat(status.lookingAt()).as(answer).isTrue();
        assertThat(Integer.parseInt(status.group(1))).as(answer).isIn(hostile.statuses());
        assertThat(answer)
                .containsIgnoringCase("Content-Type: application/problem+json")
                .doesNotContain("Exception", "\tat ", "<html", "Tomcat", "jackson", "springframework")
                .contains(hostile.named());
        var problem = JsonMapper.shared().readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(Integer.parseInt(status.group(1)));
    }

    private static long heapUsed() {
        System.gc();
        return HEAP.matcher(ingest.management().get("/actuator/prometheus").body())
                .results()
                .mapToLong(used -> (long) Double.parseDouble(used.group(1)))
                .sum();
    }
}
