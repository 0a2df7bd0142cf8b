package dev.playhead.ingest.shorts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.Answer;
import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.Calls;
import dev.playhead.ingest.Log;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.event.Swipe;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.testing.sample.DemoCatalog;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShortsIT {
    private static final Sandbox SANDBOX = Stack.shared().sandbox(ShortsIT.class);
    private static final String TOPIC = SANDBOX.topicPrefix() + "activity";
    private static final int PARTITIONS = 12;
    private static final String SHORT = "short-1.1-1";

    private static RunningIngest ingest;

    @BeforeAll
    static void start_with_the_demo_catalog() {
        ingest = RunningIngest.start(SANDBOX);
        Calls admin = ingest.as(TokenRequest.admin("root"));
        DemoCatalog.courses()
                .forEach((id, course) -> admin.putCourse(id, new String(course, StandardCharsets.UTF_8))
                        .isAccepted());
        admin.putCourse("numbered", Bodies.shorts("Numbered", "123")).isAccepted();
        admin.putCourse(
                        "hidden",
                        Bodies.shorts("Hidden", "unseen").replace("\"duration\"", "\"published\":false,\"duration\""))
                .isAccepted();
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @Test
    void the_documents_report_is_acknowledged_and_one_record_with_its_swipe() {
        // Whoever watched before, in another run, is somebody else.
        String ana = "ana-" + UUID.randomUUID();

        Answer answer = as(ana).shortProgress(SHORT, Bodies.watchedShort(SHORT, "50", "20", "up"));

        answer.isAccepted();
        assertThat(answer.body()).isEqualTo("{\"success\":true,\"watch_percentage\":50,\"completed\":false}");
        ConsumerRecord<String, GenericContainer> record = recordOf(answer);
        Heartbeat heartbeat = (Heartbeat) record.value();
        assertThat(heartbeat)
                .isEqualTo(Heartbeat.newBuilder()
                        .setEventId(UUID.fromString(heartbeat.getEventId()).toString())
                        .setStudentId(ana)
                        .setMaterialId(SHORT)
                        .setCourseId("demo-shorts")
                        .setKind(MaterialKind.SHORT)
                        .setEvent(PlaybackEvent.PLAYING)
                        .setPositionMs(20_000)
                        .setFurthestMs(22_500L)
                        .setDurationMs(45_000)
                        .setPlayed(List.of())
                        .setOccurredAt(heartbeat.getReceivedAt())
                        .setReceivedAt(heartbeat.getReceivedAt())
                        .setSource(HeartbeatSource.SHORTS)
                        .setCompletionRule(CompletionRule.POSITION)
                        .setCompletionThreshold(95)
                        .setSwipe(Swipe.UP)
                        .build());
        assertThat(record.timestamp()).isEqualTo(heartbeat.getReceivedAt());
        assertThat(record.key()).isEqualTo(ana);
        assertThat(record.partition()).isEqualTo(ProgressKey.partition(ana, PARTITIONS));
        assertThat(new Log(SANDBOX.bootstrapServers(), TOPIC).records())
                .filteredOn(each -> each.key().equals(ana))
                .hasSize(1);
    }

    @Test
    void both_addresses_take_it_and_ids_are_numbers_or_strings() {
        Calls bo = as("bo");

        Answer named = bo.watchShort("{\"shorts_id\":123,\"watch_percentage\":null,\"watch_time_seconds\":42.75}");
        Answer inPath = bo.shortProgress("123", "{\"shorts_id\":\"123\",\"watch_percentage\":94.9}");

        assertThat(named.isAccepted().body())
                .isEqualTo("{\"success\":true,\"watch_percentage\":95.00,\"completed\":true}");
        assertThat(inPath.isAccepted().body())
                .isEqualTo("{\"success\":true,\"watch_percentage\":94.9,\"completed\":false}");
        assertThat(((Heartbeat) recordOf(named).value()).getMaterialId()).isEqualTo("123");
        bo.shortProgress("123", "{\"shorts_id\":124,\"watch_percentage\":94.9}")
                .isInvalid("shorts_id must be that of the path");
        bo.watchShort("{\"watch_percentage\":94.9}").isInvalid("shorts_id is required");
    }

    @Test
    void likes_and_shares_are_in_the_students_log() {
        Calls cleo = as("cleo");

        Answer liked = cleo.like(SHORT).isAccepted();
        Answer unliked = cleo.unlike(SHORT).isAccepted();
        Answer shared = cleo.share(SHORT, "{\"channel\": \"link\"}").isAccepted();

        assertThat(liked.body()).isEqualTo("{\"success\":true,\"liked\":true}");
        assertThat(unliked.body()).isEqualTo("{\"success\":true,\"liked\":false}");
        assertThat(shared.body()).isEqualTo("{\"success\":true}");
        ShortInteraction like = (ShortInteraction) recordOf(liked).value();
        assertThat(like)
                .isEqualTo(new ShortInteraction(
                        UUID.fromString(like.getEventId()).toString(),
                        "cleo",
                        SHORT,
                        "demo-shorts",
                        InteractionKind.LIKE,
                        null,
                        like.getReceivedAt(),
                        like.getReceivedAt()));
        assertThat(recordOf(liked).timestamp()).isEqualTo(like.getReceivedAt());
        assertThat(recordOf(liked).key()).isEqualTo("cleo");
        assertThat(((ShortInteraction) recordOf(unliked).value()).getKind()).isEqualTo(InteractionKind.UNLIKE);
        ShortInteraction share = (ShortInteraction) recordOf(shared).value();
        assertThat(share.getKind()).isEqualTo(InteractionKind.SHARE);
        assertThat(share.getChannel()).isEqualTo("link");
    }

    @Test
    void a_share_needs_no_body_nor_any_type_of_one() {
        Calls dan = as("dan");
        String path = "/learning/api/shorts/" + SHORT + "/share";

        dan.send(dan.to(path).POST(BodyPublishers.noBody())).isAccepted();
        dan.send(dan.json(path).POST(BodyPublishers.noBody())).isAccepted();
        dan.send(dan.to(path).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("link")))
                .isProblem(415);
    }

    @Test
    void what_is_no_short_is_not_found() {
        Calls eve = as("eve");

        for (String id : List.of("nobody-knows", "video123", "mock_1.1_1", "session")) {
            eve.shortProgress(id, "{\"watch_percentage\":5}").isProblem(404);
            eve.watchShort("{\"shorts_id\":\"" + id + "\",\"watch_percentage\":5}")
                    .isProblem(404);
            eve.like(id).isProblem(404);
            eve.unlike(id).isProblem(404);
            eve.share(id, "{}").isProblem(404);
        }
    }

    @Test
    void one_that_is_not_published_is_taken_as_a_video_is() {
        as("fay").shortProgress("unseen", "{\"watch_percentage\":5}").isAccepted();
        as("fay").like("unseen").isAccepted();
    }

    @Test
    void what_http_has_other_words_for() {
        Calls gil = as("gil");
        String path = "/learning/api/shorts/" + SHORT + "/progress";

        ingest.withToken("").shortProgress(SHORT, "{}").isProblem(401);
        ingest.withToken("").like(SHORT).isProblem(401);
        gil.get(path).isProblem(405);
        gil.get("/learning/api/shorts/watch").isProblem(405);
        gil.get("/learning/api/shorts/" + SHORT + "/like").isProblem(405);
        gil.send(gil.to(path).POST(BodyPublishers.ofString("{}"))).isProblem(415);
        gil.shortProgress(SHORT, "{").isProblem(400);
        gil.shortProgress(SHORT, "").isProblem(400);
        gil.shortProgress(SHORT, "{\"pad\": \"" + "x".repeat(1024 * 1024) + "\"}")
                .isProblem(413);
        gil.shortProgress(SHORT, "{\"watch_percentage\":5,\"student_id\":\"bo\"}")
                .isProblem(403);
        gil.share(SHORT, "{\"student_id\":\"bo\"}").isProblem(403);
    }

    private static Calls as(String student) {
        return ingest.as(TokenRequest.student(student));
    }

    private static ConsumerRecord<String, GenericContainer> recordOf(Answer answer) {
        WriteToken token =
                WriteToken.parse(TOPIC, answer.header("Playhead-Written")).orElseThrow();
        return new Log(SANDBOX.bootstrapServers(), TOPIC)
                .records().stream()
                        .filter(record -> record.partition() == token.partition() && record.offset() == token.offset())
                        .findFirst()
                        .orElseThrow();
    }
}
