package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.playhead.ingest.Answer;
import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.Calls;
import dev.playhead.ingest.Log;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchIT {
    private static final Sandbox SANDBOX = Stack.shared().sandbox(BatchIT.class);
    private static final String TOPIC = SANDBOX.topicPrefix() + "activity";
    private static final String NDJSON = "application/x-ndjson";
    private static final String JSON = "application/json";
    private static final int MANY = 5_000;
    private static final Instant BEGAN =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(3 * MANY);

    private static RunningIngest ingest;

    @BeforeAll
    static void start() {
        ingest = RunningIngest.start(SANDBOX);
        ingest.as(TokenRequest.admin("root"))
                .putCourse("c", Bodies.course("C", "v", "w"))
                .isAccepted();
    }

    @AfterAll
    static void stop() {
        ingest.close();
    }

    @Test
    void of_five_thousand_each_bad_one_refuses_itself_alone_and_the_others_are_in_the_log_in_order() {
        String body = array(MANY, i -> i % 5 == 3 ? heartbeat(-1, at(i)) : heartbeat(i / 10.0, at(i)));

        long acceptedBefore = counted("accepted");
        long refusedBefore = counted("refused");

        Answer answer = as("many").heartbeats(body).isAccepted();

        List<Integer> bad =
                IntStream.range(0, MANY).filter(i -> i % 5 == 3).boxed().toList();
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(MANY - bad.size());
        assertThat(counted("accepted") - acceptedBefore).isEqualTo(MANY - bad.size());
        assertThat(counted("refused") - refusedBefore).isEqualTo(bad.size());
        assertThat(answer.json()
                        .path("rejected")
                        .valueStream()
                        .map(one -> one.path("index").asInt()))
                .isEqualTo(bad);
        assertThat(answer.json().path("rejected").get(0))
                .hasToString("{\"index\":3,\"field\":\"watch_time\",\"error\":\"must be from 0 to 604800\"}");
        List<ConsumerRecord<String, GenericContainer>> written = written("many");
        assertThat(written.stream().map(BatchIT::occurredAt))
                .isEqualTo(IntStream.range(0, MANY)
                        .filter(i -> i % 5 != 3)
                        .mapToObj(BatchIT::at)
                        .toList());
        assertThat(written)
                .extracting(record -> ((Heartbeat) record.value()).getSource())
                .containsOnly(HeartbeatSource.BATCH);
        ConsumerRecord<String, GenericContainer> last = written.getLast();
        assertThat(answer.header("Playhead-Written"))
                .isEqualTo(new WriteToken(TOPIC, last.partition(), last.offset()).text());
    }

    @Test
    void lines_and_packed_bodies_are_taken() {
        byte[] lines = (heartbeat(1, at(1)) + "\noops\n\n" + heartbeat(2, at(2))).getBytes(StandardCharsets.UTF_8);
        byte[] array = array(2, i -> heartbeat(i, at(10 + i))).getBytes(StandardCharsets.UTF_8);

        Answer plain = as("liz").heartbeats(NDJSON, lines).isAccepted();
        as("liz")
                .heartbeats(JSON, Packed.gzip(array), "Content-Encoding", "gzip")
                .isAccepted();
        as("liz")
                .heartbeats(
                        NDJSON,
                        Packed.gzip((heartbeat(3, at(20)) + "\n").getBytes(StandardCharsets.UTF_8)),
                        "Content-Encoding",
                        "gzip")
                .isAccepted();

        assertThat(plain.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(plain.json().path("rejected").valueStream())
                .hasToString("[{\"index\":1,\"field\":\"body\","
                        + "\"error\":\"must be one JSON object in UTF-8 that names no field twice\"}]");
        assertThat(written("liz").stream().map(BatchIT::occurredAt))
                .containsExactly(at(1), at(2), at(10), at(11), at(20));
    }

    @Test
    void a_batch_sent_again_says_the_same_under_the_same_ids() {
        String body = array(20, i -> heartbeat(i, at(i)));

        as("rita").heartbeats(body).isAccepted();
        as("rita").heartbeats(body).isAccepted();

        List<String> ids = written("rita").stream()
                .map(record -> ((Heartbeat) record.value()).getEventId())
                .toList();
        assertThat(ids.subList(20, 40)).isEqualTo(ids.subList(0, 20)).doesNotHaveDuplicates();
    }

    @Test
    void what_is_over_the_rate_is_refused_alone() {
        Answer answer = as("rob")
                .heartbeats(array(5, i -> heartbeat(i, at(0).plusMillis(i * 10L))))
                .isAccepted();

        assertThat(answer.json().path("accepted").asInt()).isEqualTo(3);
        assertThat(answer.json().path("rejected"))
                .hasToString("[{\"index\":3,\"field\":\"occurred_at\",\"error\":\"rate_limited\"},"
                        + "{\"index\":4,\"field\":\"occurred_at\",\"error\":\"rate_limited\"}]");
    }

    @Test
    void one_of_which_nothing_is_right_is_refused() {
        as("ana").heartbeats("[]").isInvalid("body must have at least one heartbeat");
        as("ana").heartbeats(NDJSON, new byte[0]).isInvalid("body must have at least one heartbeat");
        as("ana").heartbeats("{}").isInvalid("body must be an array of heartbeats");
        as("ana")
                .heartbeats("[{\"video_id\":\"x\"}, 5, {\"video_id\":\"v\",\"student_id\":\"bo\"}]")
                .isInvalid(
                        "[0].video_id must be a video of the catalog",
                        "[1].body must be an object",
                        "[2].student_id must be the caller");
        assertThat(as("ana").heartbeats(array(MANY, i -> "{}")).isProblem(422).errors())
                .hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[", "[{\"a\":1}", "[{}] []", "[{\"a\":1,\"a\":2}]", "[{\"watch_time\": 01}]", "<xml/>"})
    void one_that_is_no_json_is_malformed(String body) {
        as("ana").heartbeats(body).isProblem(400);
    }

    @Test
    void the_bounds_of_json_hold() {
        as("ana").heartbeats("[" + "[".repeat(1_000) + "]".repeat(1_000) + "]").isProblem(400);
        as("ana").heartbeats("[{\"watch_time\": " + "9".repeat(65) + "}]").isProblem(400);
        as("ana").heartbeats(JSON, new byte[] {'[', '"', (byte) 0xff, '"', ']'}).isProblem(400);
        as("ana")
                .heartbeats(NDJSON, ("[".repeat(1_000)).getBytes(StandardCharsets.UTF_8))
                .isInvalid("[0].body must not be nested so deeply, nor have parts so long");
    }

    @Test
    void one_more_than_five_thousand_is_too_large() {
        as("ana").heartbeats(array(MANY + 1, i -> "{}")).isProblem(413);
        as("ana")
                .heartbeats(NDJSON, "{}\n".repeat(MANY + 1).getBytes(StandardCharsets.UTF_8))
                .isProblem(413);
    }

    @Test
    void two_megabytes_are_taken_and_no_more() {
        String one = heartbeat(1, at(1));
        String padding = " ".repeat((1 << 21) - one.length() - 2);

        as("bulk").heartbeats("[" + padding + one + "]").isAccepted();
        as("bulk").heartbeats("[ " + padding + one + "]").isProblem(413);
    }

    @ParameterizedTest
    @CsvSource({JSON + ",[", NDJSON + ",[", NDJSON + ",''"})
    void a_bomb_is_refused_before_it_is_unpacked(String contentType, String beginning) {
        byte[] bomb = Packed.bomb(beginning, 512);
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        as("ana").heartbeats(contentType, bomb, "Content-Encoding", "gzip").isProblem(413);

        long before = threads.getTotalThreadAllocatedBytes();
        as("ana").heartbeats(contentType, bomb, "Content-Encoding", "gzip").isProblem(413);

        assertThat(threads.getTotalThreadAllocatedBytes() - before).isLessThan(32L << 20);
    }

    @Test
    void what_http_has_other_words_for() {
        String path = "/api/progress/heartbeats";
        byte[] body = array(1, i -> heartbeat(1, at(1))).getBytes(StandardCharsets.UTF_8);

        as("ana").get(path).isProblem(405);
        as("ana").heartbeats("text/plain", body).isProblem(415);
        as("ana").heartbeats(JSON, body, "Content-Encoding", "br").isProblem(415);
        as("ana").heartbeats(JSON, body, "Content-Encoding", "gzip").isProblem(400);
        ingest.withToken("").heartbeats(JSON, body).isProblem(401);
        ingest.as(TokenRequest.teacher("ted", "*")).heartbeats(JSON, body).isProblem(403);
        ingest.as(TokenRequest.admin("root")).heartbeats(JSON, body).isProblem(403);
        as("ana").importHeartbeats("[]").isProblem(403);
        ingest.as(TokenRequest.teacher("ted", "*")).importHeartbeats("[]").isProblem(403);
    }

    @Test
    void an_import_is_of_many_students_and_of_any_age_and_rate() {
        Instant longAgo = Instant.parse("2015-06-01T10:00:00Z");
        String body = array(300, i -> heartbeat(i, longAgo).replace("{", "{\"student_id\":\"old-" + i % 50 + "\","));

        Answer answer =
                ingest.as(TokenRequest.admin("root")).importHeartbeats(body).isAccepted();

        assertThat(answer.json()).hasToString("{\"accepted\":300,\"rejected\":[]}");
        List<ConsumerRecord<String, GenericContainer>> written = new Log(SANDBOX.bootstrapServers(), TOPIC)
                .records().stream()
                        .filter(record -> record.key().startsWith("old-"))
                        .toList();
        assertThat(written).hasSize(300).allSatisfy(record -> {
            assertThat(((Heartbeat) record.value()).getSource()).isEqualTo(HeartbeatSource.IMPORT);
            assertThat(occurredAt(record)).isEqualTo(longAgo);
        });
        String tokens = written.stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::partition, Collectors.summarizingLong(ConsumerRecord::offset)))
                .entrySet()
                .stream()
                .map(partition -> new WriteToken(
                                TOPIC, partition.getKey(), partition.getValue().getMax())
                        .text())
                .collect(Collectors.joining(","));
        assertThat(answer.header("Playhead-Written")).isEqualTo(tokens).contains(",");
    }

    private static Calls as(String student) {
        return ingest.as(TokenRequest.student(student));
    }

    private static Instant at(int i) {
        return BEGAN.plusSeconds(i);
    }

    private static String heartbeat(double position, Instant occurredAt) {
        return "{\"video_id\":\"v\",\"watch_time\":%s,\"total_duration\":600,\"occurred_at\":\"%s\"}"
                .formatted(position, occurredAt);
    }

    private static String array(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(",", "[", "]"));
    }

    /// What stands in the log of a student, in order.
    private static List<ConsumerRecord<String, GenericContainer>> written(String student) {
        return new Log(SANDBOX.bootstrapServers(), TOPIC)
                .records().stream()
                        .filter(record -> record.key().equals(student))
                        .toList();
    }

    private static Instant occurredAt(ConsumerRecord<String, GenericContainer> record) {
        return Instant.ofEpochMilli(((Heartbeat) record.value()).getOccurredAt());
    }

    private static long counted(String outcome) {
        return ingest.management()
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("playhead_ingest_heartbeats_total{outcome=\"" + outcome + "\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
