package dev.playhead.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.schemas.id.EventIds;
import dev.playhead.testing.sample.Heartbeats;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The built service from outside.
class ServiceIT {
    private static final Sandbox SANDBOX = Stack.shared().sandbox(ServiceIT.class);

    /// 128 and the signal's number. A kill, after too long a close, would be 137.
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    static Path directory;

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.start(SANDBOX, directory, Map.of()).awaitReady();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/info"})
    void its_health_is_open(String path) {
        // Not at once: the instance of another test may just have left, and its tasks come over.
        await().atMost(Duration.ofSeconds(10)).until(() -> service.status(path) == 200);
    }

    @Test
    void its_numbers_are_open() throws IOException {
        assertThat(service.get("/actuator/prometheus").body())
                .contains("playhead_streams_heartbeats_total")
                .contains("playhead_completions_total")
                .contains("kafka_stream_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/actuator", "/actuator/env", "/actuator/heapdump", "/error", "/api/progress"})
    void nothing_else_is_reachable_and_nothing_is_told(String path) throws IOException {
        HttpResponse<String> answer = service.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContainIgnoringCase("tomcat", "exception", "spring", "dev.playhead");
    }

    /// As `consume-completions.md` promises them to whoever consumes.
    @Test
    void a_completion_says_in_its_headers_what_it_is() throws Exception {
        SandboxLog log = new SandboxLog(SANDBOX);
        log.write(Heartbeats.at(480));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> log.read("completions").size() == 1);
        ConsumerRecord<String, byte[]> completion = log.read("completions").getFirst();
        ConsumerRecord<String, byte[]> activity = log.read("activity").getFirst();

        assertThat(completion.key()).isEqualTo("ana");
        assertThat(headers(completion))
                .isEqualTo(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id",
                                EventIds.materialCompleted("ana", "video123", 1).toString(),
                        "ce_source", "/playhead/progress-streams",
                        "ce_type", "dev.playhead.material.completed",
                        "ce_subject", "ana/video123",
                        "ce_time", Heartbeats.START.toString(),
                        "content-type", "application/avro",
                        "playhead-partition", Integer.toString(activity.partition()),
                        "playhead-offset", Long.toString(activity.offset())));
    }

    @Test
    void it_ends_in_order_when_asked_to(@TempDir Path other) {
        Service asked = Service.start(SANDBOX, other, Map.of()).awaitReady();

        CompletableFuture<Integer> status = new CompletableFuture<>();
        asked.process().onExit(status::complete);
        asked.close();

        assertThat(status).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(ENDED_BY_SIGTERM);
        await().atMost(Duration.ofSeconds(10)).until(() -> service.status("/actuator/health/readiness") == 200);
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        return Arrays.stream(record.headers().toArray())
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
    }
}
