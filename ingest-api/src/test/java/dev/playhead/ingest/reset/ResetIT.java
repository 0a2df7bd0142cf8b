package dev.playhead.ingest.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.Answer;
import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.Log;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ResetScope;
import dev.playhead.schemas.id.Ids;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResetIT {
    private static final Sandbox SANDBOX = Stack.shared().sandbox(ResetIT.class);
    private static final String TOPIC = SANDBOX.topicPrefix() + "activity";
    private static final int PARTITIONS = 12;

    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(SANDBOX);
        ingest.as(TokenRequest.admin("root"))
                .putCourse("c", Bodies.course("C", "v"))
                .isAccepted();
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @Test
    void a_reset_is_acknowledged_and_in_the_students_log() {
        Instant before = Instant.now();

        Answer answer = reset("ana", "").isAccepted();

        ConsumerRecord<String, GenericContainer> record = recordOf(answer);
        ResetProgress reset = (ResetProgress) record.value();
        assertThat(reset)
                .isEqualTo(ResetProgress.newBuilder()
                        .setEventId(UUID.fromString(reset.getEventId()).toString())
                        .setStudentId("ana")
                        .setScope(ResetScope.ALL)
                        .setRequestedBy("root")
                        .setOccurredAt(reset.getReceivedAt())
                        .setReceivedAt(reset.getReceivedAt())
                        .build());
        assertThat(reset.getReceivedAt())
                .isBetween(before.toEpochMilli(), Instant.now().toEpochMilli());
        assertThat(record.timestamp()).isEqualTo(reset.getReceivedAt());
        assertThat(record.key()).isEqualTo("ana");
        assertThat(record.partition()).isEqualTo(ProgressKey.partition("ana", PARTITIONS));
    }

    @Test
    void a_course_or_a_video_narrows_it() {
        ResetProgress course =
                (ResetProgress) recordOf(reset("bo", "?course_id=c")).value();
        ResetProgress video =
                (ResetProgress) recordOf(reset("bo", "?video_id=v")).value();

        assertThat(course.getScope()).isEqualTo(ResetScope.COURSE);
        assertThat(course.getCourseId()).isEqualTo("c");
        assertThat(course.getMaterialId()).isNull();
        assertThat(video.getScope()).isEqualTo(ResetScope.MATERIAL);
        assertThat(video.getCourseId()).isNull();
        assertThat(video.getMaterialId()).isEqualTo("v");
    }

    @Test
    void a_student_is_named_as_identity_providers_do() {
        assertThat(recordOf(reset("auth0%7C5f%C3%A4", "")).key()).isEqualTo("auth0|5fä");
    }

    @ParameterizedTest
    @CsvSource({"ana, ''", "nobody-ever-heard-of, ''", "ana, ?video_id=nobody-knows", "%20, ?x=1"})
    void only_an_administrator_may_and_others_learn_nothing_from_it(String student, String query) {
        ingest.withToken("").resetProgress(student, query).isProblem(401);
        assertThat(refusal(TokenRequest.student("ana"), student, query))
                .isEqualTo(refusal(TokenRequest.teacher("ted", "*"), student, query))
                .isEqualTo("The role admin is needed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?course_id=nobody-knows", "?video_id=nobody-knows", "?video_id=c", "?course_id=v"})
    void what_the_catalog_does_not_have_is_not_found(String query) {
        reset("ana", query).isProblem(404);
    }

    @Test
    void what_is_wrong_is_told_at_once() {
        reset("a%20b", "?course_id=../c&video_id=course:c&courseid=c")
                .isInvalid(
                        "student_id " + Ids.STUDENT_RULE,
                        "courseid is not a known parameter",
                        "course_id " + Ids.OTHER_RULE,
                        "video_id " + Ids.OTHER_RULE,
                        "video_id must not stand beside course_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?course_id=c&video_id=v",
                "?course_id=",
                "?video_id",
                "?video=v",
                "?course_id=c&course_id=c",
                "?VIDEO_ID=v"
            })
    void nothing_that_was_meant_to_narrow_it_is_overlooked(String query) {
        reset("ana", query).isProblem(422);
    }

    @Test
    void a_platform_with_a_catalog_elsewhere_resets_what_it_names() {
        Sandbox elsewhere = Stack.shared().sandbox(ResetIT.class);
        try (var accepting = RunningIngest.start(elsewhere, "--playhead.unknown-materials=accept")) {
            var root = accepting.as(TokenRequest.admin("root"));

            root.resetProgress("ana", "?video_id=theirs").isAccepted();
            root.resetProgress("ana", "?course_id=theirs").isAccepted();
            root.resetProgress("ana", "?video_id=session").isProblem(422);
        }
    }

    private static Answer reset(String student, String query) {
        return ingest.as(TokenRequest.admin("root")).resetProgress(student, query);
    }

    private static String refusal(TokenRequest caller, String student, String query) {
        Answer answer = ingest.as(caller).resetProgress(student, query).isProblem(403);
        return answer.json().path("detail").asString();
    }

    private static ConsumerRecord<String, GenericContainer> recordOf(Answer answer) {
        WriteToken token = WriteToken.parse(TOPIC, answer.isAccepted().header("Playhead-Written"))
                .orElseThrow();
        return new Log(SANDBOX.bootstrapServers(), TOPIC)
                .records().stream()
                        .filter(record -> record.partition() == token.partition() && record.offset() == token.offset())
                        .findFirst()
                        .orElseThrow();
    }
}
