package dev.playhead.ingest.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.ingest.Answer;
import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.Calls;
import dev.playhead.ingest.Log;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CatalogIT {
    private static final Sandbox SANDBOX = Stack.shared().sandbox(CatalogIT.class);
    private static final String TOPIC = SANDBOX.topicPrefix() + "catalog";

    private static RunningIngest ingest;
    private static Calls admin;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(SANDBOX);
        admin = ingest.as(TokenRequest.admin("root"));
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @Test
    void a_course_that_is_put_is_in_the_log_and_known_at_once() {
        Answer answer =
                admin.putCourse("known", Bodies.course("Known", "known-1")).isAccepted();

        watch("known-1").isAccepted();
        ConsumerRecord<String, GenericContainer> record = recordOf(answer);
        Course course = (Course) record.value();
        assertThat(record.key()).isEqualTo("known");
        assertThat(course.getTitle()).isEqualTo("Known");
        assertThat(record.timestamp()).isEqualTo(course.getUpdatedAt());
        assertThat(answer.header("ETag")).isEqualTo("\"" + course.getVersion() + "\"");
        assertThat(answer.json().path("version").asLong()).isEqualTo(course.getVersion());
    }

    @Test
    void another_instance_knows_it_too() {
        try (RunningIngest other = RunningIngest.start(SANDBOX)) {
            admin.putCourse("shared", Bodies.course("Shared", "shared-1")).isAccepted();

            await().untilAsserted(() -> assertThat(other.as(TokenRequest.student("ana"))
                            .watchTime("shared-1", Bodies.watched(1))
                            .status())
                    .isEqualTo(202));
        }
    }

    @Test
    void an_instance_that_starts_later_knows_it_from_its_first_answer_on() {
        admin.putCourse("before", Bodies.course("Before", "before-1")).isAccepted();

        try (RunningIngest later = RunningIngest.start(SANDBOX)) {
            later.as(TokenRequest.student("ana"))
                    .watchTime("before-1", Bodies.watched(1))
                    .isAccepted();
        }
    }

    @Test
    void a_stale_version_is_refused_and_changes_nothing() {
        String first = admin.putCourse("etag", Bodies.course("One", "etag-1")).header("ETag");
        String second = admin.putCourse("etag", Bodies.course("Two", "etag-1"), "If-Match", first)
                .isAccepted()
                .header("ETag");

        admin.putCourse("etag", Bodies.course("Three", "etag-3"), "If-Match", first)
                .isProblem(412);
        admin.putCourse("etag", Bodies.course("Three", "etag-3"), "If-None-Match", "*")
                .isProblem(412);
        admin.deleteCourse("etag", "If-Match", first).isProblem(412);

        watch("etag-3").isProblem(404);
        assertThat(second).isNotEqualTo(first);
        admin.putCourse("etag", Bodies.course("Three", "etag-3"), "If-Match", second)
                .isAccepted();
        watch("etag-1").isProblem(404);
        watch("etag-3").isAccepted();
    }

    @Test
    void only_a_new_course_is_created() {
        admin.putCourse("fresh", Bodies.course("Fresh"), "If-None-Match", "*").isAccepted();
        admin.putCourse("fresh", Bodies.course("Fresh"), "If-None-Match", "*").isProblem(412);
        admin.putCourse("fresh", Bodies.course("Fresh"), "If-Match", "5").isProblem(400);
    }

    @Test
    void a_material_belongs_to_one_course() {
        admin.putCourse("owner", Bodies.course("Owner", "owned")).isAccepted();

        Answer conflict =
                admin.putCourse("thief", Bodies.course("Thief", "owned")).isProblem(409);

        assertThat(conflict.json().path("detail").asString()).contains("owned");
        admin.deleteCourse("owner").isAccepted();
        admin.putCourse("thief", Bodies.course("Thief", "owned")).isAccepted();
    }

    @Test
    void a_course_that_is_deleted_is_a_tombstone_and_comes_back_with_a_higher_version() {
        long before = version(admin.putCourse("phoenix", Bodies.course("One", "phoenix-1")));

        Answer deleted = admin.deleteCourse("phoenix").isAccepted();

        assertThat(recordOf(deleted).value()).isNull();
        watch("phoenix-1").isProblem(404);
        admin.deleteCourse("phoenix").isProblem(404);
        assertThat(version(admin.putCourse("phoenix", Bodies.course("Two")))).isGreaterThan(before);
    }

    @Test
    void teachers_change_their_own_courses() {
        Calls teacher = ingest.as(TokenRequest.teacher("ted", "teds"));

        teacher.putCourse("teds", Bodies.course("Ted's")).isAccepted();
        teacher.putCourse("others", Bodies.course("Others'")).isProblem(403);
        teacher.deleteCourse("others").isProblem(403);
        teacher.deleteCourse("teds").isAccepted();
        ingest.as(TokenRequest.student("ana"))
                .putCourse("teds", Bodies.course("Ana's"))
                .isProblem(403);
        ingest.withToken("").putCourse("teds", Bodies.course("Nobody's")).isProblem(401);
    }

    @Test
    void what_is_wrong_is_told_at_once() {
        admin.putCourse("mock", "{\"title\": \"T\", \"colour\": \"red\"}")
                .isInvalid(
                        "course_id must be 1 to 128 of A-Z a-z 0-9 . _ : - and no reserved word",
                        "colour is not a known field");
        admin.putCourse("big", "{\"title\": \"" + "x".repeat(1024 * 1024) + "\"}")
                .isProblem(413);
    }

    @Test
    void the_largest_course_fits() {
        String[] videos = java.util.stream.IntStream.range(0, 2_000)
                .mapToObj(i -> "large-" + i + "-" + "x".repeat(100))
                .toArray(String[]::new);

        admin.putCourse("large", Bodies.course("Large", videos)).isAccepted();
        watch(videos[1_999]).isAccepted();
        admin.deleteCourse("large").isAccepted();
    }

    private static Answer watch(String video) {
        return ingest.as(TokenRequest.student("ana")).watchTime(video, Bodies.watched(1));
    }

    private static long version(Answer answer) {
        return answer.isAccepted().json().path("version").asLong();
    }

    private static ConsumerRecord<String, GenericContainer> recordOf(Answer answer) {
        WriteToken token =
                WriteToken.parse(TOPIC, answer.header("Playhead-Written")).orElseThrow();
        return new Log(SANDBOX.bootstrapServers(), TOPIC)
                .records().stream()
                        .filter(record -> record.offset() == token.offset())
                        .findFirst()
                        .orElseThrow();
    }
}
