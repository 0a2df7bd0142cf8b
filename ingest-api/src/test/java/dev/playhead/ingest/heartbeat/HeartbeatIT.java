package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.Answer;
import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.Calls;
import dev.playhead.ingest.Log;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.id.ProgressKey;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.testing.sample.DemoCatalog;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeartbeatIT {
    private static final Sandbox SANDBOX = Stack.shared().sandbox(HeartbeatIT.class);
    private static final String TOPIC = SANDBOX.topicPrefix() + "activity";
    private static final int PARTITIONS = 12;

    private static RunningIngest ingest;

    @BeforeAll
    static void start_with_the_demo_catalog() {
        ingest = RunningIngest.start(SANDBOX);
        DemoCatalog.courses()
                .forEach((id, course) -> ingest.as(TokenRequest.admin("root"))
                        .putCourse(id, new String(course, StandardCharsets.UTF_8))
                        .isAccepted());
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @Test
    void the_documents_example_is_acknowledged_and_in_the_log() {
        Instant before = Instant.now();

        Answer answer = as("demo-ana").watchTime("video123", "{\"watch_time\": 125.5, \"total_duration\": 600}");

        answer.isAccepted();
        assertThat(answer.body()).isEqualTo("{\"message\":\"Watch time updated\"}");
        ConsumerRecord<String, GenericContainer> record = recordOf(answer);
        Heartbeat heartbeat = (Heartbeat) record.value();
        assertThat(heartbeat)
                .isEqualTo(Heartbeat.newBuilder()
                        .setEventId(heartbeat.getEventId())
                        .setStudentId("demo-ana")
                        .setMaterialId("video123")
                        .setCourseId("demo")
                        .setKind(MaterialKind.VIDEO)
                        .setEvent(PlaybackEvent.PLAYING)
                        .setPositionMs(125_500)
                        .setDurationMs(600_000)
                        .setPlayed(List.of())
                        .setOccurredAt(heartbeat.getReceivedAt())
                        .setReceivedAt(heartbeat.getReceivedAt())
                        .setSource(HeartbeatSource.PLAYER)
                        .setCompletionRule(CompletionRule.POSITION)
                        .setCompletionThreshold(80)
                        .build());
        assertThat(UUID.fromString(heartbeat.getEventId()).version()).isEqualTo(5);
        assertThat(heartbeat.getReceivedAt())
                .isBetween(before.toEpochMilli(), Instant.now().toEpochMilli());
        assertThat(record.timestamp()).isEqualTo(heartbeat.getReceivedAt());
        assertThat(record.key()).isEqualTo("demo-ana");
        assertThat(record.partition()).isEqualTo(ProgressKey.partition("demo-ana", PARTITIONS));
    }

    @Test
    void all_that_a_player_can_say_is_in_the_log() {
        Instant now = Instant.now();
        String body = """
                {"watch_time": 60.0005, "total_duration": 603, "event": "paused", "session_id": "s:1", "sequence": 7,
                 "device_id": "phone", "playback_rate": 1.75, "occurred_at": "%s", "sent_at": "%s",
                 "event_id": "0B9A4E57-94DD-4E8B-9A5A-3C2E5F0A1B2C", "played": [[0, 30.25], [602, 603], [40, 40]],
                 "volume": 11, "student_id": "demo-bo"}""".formatted(now.minusSeconds(3600), now.minusSeconds(3590));

        Answer answer = as("demo-bo").watchTime("video123", body).isAccepted();

        Heartbeat heartbeat = (Heartbeat) recordOf(answer).value();
        assertThat(heartbeat.getPositionMs()).isEqualTo(60_001);
        assertThat(heartbeat.getDurationMs()).isEqualTo(600_000);
        assertThat(heartbeat.getEvent()).isEqualTo(PlaybackEvent.PAUSED);
        assertThat(heartbeat.getSessionId()).isEqualTo("s:1");
        assertThat(heartbeat.getSequence()).isEqualTo(7L);
        assertThat(heartbeat.getDeviceId()).isEqualTo("phone");
        assertThat(heartbeat.getPlaybackRate()).isEqualTo(1.75);
        assertThat(heartbeat.getEventId()).isEqualTo("0b9a4e57-94dd-4e8b-9a5a-3c2e5f0a1b2c");
        assertThat(heartbeat.getPlayed()).containsExactly(new Segment(0L, 30_250L));
        assertThat(heartbeat.getReceivedAt() - heartbeat.getOccurredAt()).isEqualTo(10_000);
    }

    @Test
    void who_may_not_report_is_told_so() {
        ingest.withToken("").watchTime("video123", Bodies.watched(1)).isProblem(401);
        ingest.withToken("nonsense").watchTime("video123", Bodies.watched(1)).isProblem(401);
        ingest.as(TokenRequest.teacher("ted", "*"))
                .watchTime("video123", Bodies.watched(1))
                .isProblem(403);
        ingest.as(TokenRequest.admin("root"))
                .watchTime("video123", Bodies.watched(1))
                .isProblem(403);
        as("ana")
                .watchTime("video123", "{\"watch_time\":1,\"total_duration\":600,\"student_id\":\"bo\"}")
                .isProblem(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody-knows", "mock", "mock_1.1_1", "session", "course:demo", "a%20b", "%C3%A4"})
    void an_unknown_video_is_not_found(String video) {
        as("ana").watchTime(video, Bodies.watched(1)).isProblem(404);
    }

    @Test
    void what_http_has_other_words_for() {
        Calls ana = as("ana");
        String path = "/api/progress/video/video123/watch-time";

        ana.get(path).isProblem(405);
        ana.send(ana.to(path).POST(BodyPublishers.ofString(Bodies.watched(1)))).isProblem(415);
        ana.send(ana.to(path).header("Content-Type", "text/plain").POST(BodyPublishers.ofString(Bodies.watched(1))))
                .isProblem(415);
        ana.watchTime("video123", "{\"watch_time\": 1, \"pad\": \"" + "x".repeat(1024 * 1024) + "\"}")
                .isProblem(413);
    }

    @Test
    void a_report_that_is_wrong_in_many_ways_is_told_all_of_them() {
        as("ana")
                .watchTime("video123", """
                {"watch_time": -1, "event": "rewinding", "session_id": "a b", "sequence": 1.5, "playback_rate": 17,
                 "occurred_at": "yesterday", "sent_at": 5, "event_id": "1-2-3-4-5", "played": [[0, 1], 5, [3, "4"]]}""")
                .isInvalid(
                        "total_duration is required",
                        "watch_time must be from 0 to 604800",
                        "event must be one of closed, ended, paused, playing, seeked",
                        "session_id must be 1 to 128 of A-Z a-z 0-9 . _ : - and no reserved word",
                        "sequence must be a whole number",
                        "playback_rate must be from 0 to 16",
                        "occurred_at must be a time of RFC 3339, such as 2026-11-21T08:30:00Z",
                        "sent_at must be a string",
                        "event_id must be a UUID",
                        "played[1] must be a pair [from, to]",
                        "played[2][1] must be a number");
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
