package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.id.EventIds;
import dev.playhead.testing.sample.XapiSitting;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a platform that runs must show. All tests share it and keep apart by their students.
class PlatformIT implements ShortsOnPlatform, PagesOnPlatform, AudienceOnPlatform {
    private static final Duration BACK_WITHIN = Duration.ofSeconds(90);
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final List<String> MORTAL =
            List.of("ingest-api", "progress-streams", "query-api", "kafka", "postgres");

    /// How many of them are killed: all with `--long`.
    private static final int KILLS = Integer.getInteger("playhead.kills", 2);

    @TempDir
    static Path data;

    private static RunningPlatform platform;

    @BeforeAll
    static void start() {
        platform = RunningPlatform.up(data, RunningPlatform.freeOffset());
    }

    @AfterAll
    static void stop() {
        List<ProcessHandle> processes = platform.processes();
        platform.close();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    @Override
    public RunningPlatform platform() {
        return platform;
    }

    @Test
    void a_heartbeat_goes_all_the_way() throws Exception {
        Client ana = platform.client("journey-ana", "student");

        JsonNode early = ana.statusAfter(Client.written(accepted(ana, 125.5)), "video123");
        JsonNode late = ana.statusAfter(Client.written(accepted(ana, 480)), "video123");
        JsonNode back = ana.statusAfter(Client.written(accepted(ana, 10)), "video123");

        assertThat(early.path("watch_time").asDouble()).isEqualTo(125.5);
        assertThat(early.path("progress_percentage").asDouble()).isEqualTo(20.92);
        assertThat(late.path("completed").asBoolean()).isTrue();
        assertThat(back.path("watch_time").asDouble()).isEqualTo(10);
        assertThat(back.path("progress_percentage").asDouble()).isEqualTo(80);
        assertThat(back.path("completed").asBoolean()).isTrue();
        assertThat(platform.topics().completions())
                .filteredOn(completed -> completed.getStudentId().equals("journey-ana"))
                .hasSize(1);
    }

    @Test
    @Timeout(60)
    void what_one_device_reports_the_others_hear_at_once() throws Exception {
        Client ana = platform.client("live-ana", "student");
        CompletableFuture<String> message = new CompletableFuture<>();
        WebSocket phone = ana.socket("/progress", new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                message.complete(text.toString());
                return null;
            }
        });
        try (Stream<String> laptop = ana.lines("/api/progress/live")) {
            accepted(ana, 125.5);

            assertThat(laptop.filter(line -> line.startsWith("data: ")).findFirst())
                    .get()
                    .asString()
                    .startsWith("data: {\"student_id\":\"live-ana\",\"video_id\":\"video123\",\"watch_time\":125.5,");
            assertThat(message.get()).startsWith("{\"videoId\":\"video123\",\"watchTime\":125.5,");
        } finally {
            phone.abort();
        }
    }

    @Test
    void whoever_is_reset_begins_anew() throws Exception {
        Client cleo = platform.client("reset-cleo", "student");
        Client root = platform.client("root", "admin");
        JsonNode completed = cleo.statusAfter(Client.written(accepted(cleo, 480)), "video123");

        HttpResponse<String> reset = root.send("DELETE", "/api/students/reset-cleo/progress?video_id=video123", "");
        assertThat(reset.statusCode()).as(reset.body()).isEqualTo(202);
        JsonNode cleared = cleo.statusAfter(Client.written(reset), "video123");
        JsonNode begun = cleo.statusAfter(Client.written(accepted(cleo, 10)), "video123");
        JsonNode again = cleo.statusAfter(Client.written(accepted(cleo, 490)), "video123");

        assertThat(completed.path("attempt").asInt()).isEqualTo(1);
        assertThat(cleared.path("watch_time").asDouble(-1)).isZero();
        assertThat(cleared.path("progress_percentage").asDouble(-1)).isZero();
        assertThat(cleared.path("completed").asBoolean(true)).isFalse();
        assertThat(begun.path("watch_time").asDouble()).isEqualTo(10);
        assertThat(begun.path("progress_percentage").asDouble()).isEqualTo(1.67);
        assertThat(begun.path("attempt").asInt()).isEqualTo(2);
        assertThat(again.path("completed").asBoolean()).isTrue();
        assertThat(platform.topics().completions())
                .filteredOn(each -> each.getStudentId().equals("reset-cleo"))
                .extracting(MaterialCompleted::getAttempt, MaterialCompleted::getEventId)
                .containsExactly(
                        tuple(
                                1,
                                EventIds.materialCompleted("reset-cleo", "video123", 1)
                                        .toString()),
                        tuple(
                                2,
                                EventIds.materialCompleted("reset-cleo", "video123", 2)
                                        .toString()));
    }

    @Test
    void statements_of_a_player_that_speaks_xapi_count_what_it_played() throws Exception {
        Client dee = platform.client("xapi-dee", "student");
        XapiSitting sitting = new XapiSitting(Instant.now().minusSeconds(600), "s1");

        HttpResponse<String> answer =
                dee.send("POST", "/xapi/statements", sitting.statements().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode status = dee.statusAfter(Client.written(answer), "video123");

        assertThat(status.path("watched_seconds").asDouble()).isEqualTo(XapiSitting.WATCHED_SECONDS);
        assertThat(status.path("watch_time").asDouble()).isEqualTo(XapiSitting.LEFT_AT_SECONDS);
        assertThat(status.path("progress_percentage").asDouble()).isEqualTo(60);
    }

    @Test
    void the_demo_class_has_watched() {
        assertThat(platform.output()).contains("demo courses").containsPattern("demo class .* [1-9][0-9]+ heartbeats");
        assertThat(platform.topics().activity())
                .filteredOn(heartbeat -> heartbeat.getStudentId().startsWith("student-"))
                .hasSizeGreaterThan(100);
    }

    @Test
    void teachers_have_a_page_at_the_front_door() throws Exception {
        assertThat(platform.output()).contains(":" + platform.frontDoor().getPort() + "/audience");
        assertThat(Client.text(platform.frontDoor().resolve("/audience"))).contains("<title>Audience");
    }

    @Test
    void every_metric_that_the_dashboards_ask_for_is_told() throws Exception {
        String told = platform.metrics();

        assertThat(Metric.asked()).hasSizeGreaterThan(10).allMatch(metric -> metric.isIn(told));
    }

    @Test
    void a_second_start_on_the_same_data_is_refused() {
        Script second = Script.run(Scripts.UP, "--data", data.toString());

        assertThat(second.status()).isEqualTo(1);
        assertThat(second.output()).hasLineCount(1).contains("Another infra/up runs on " + data);
        assertThat(platform.processes()).allMatch(ProcessHandle::isAlive);
    }

    @Test
    void a_taken_port_is_named(@TempDir Path other) {
        Script second = Script.run(
                Scripts.UP, "--data", other.toString(), "--port-offset", Integer.toString(platform.offset()));

        assertThat(second.status()).isEqualTo(1);
        assertThat(second.output())
                .hasLineCount(1)
                .contains("Port " + (8080 + platform.offset()) + ", for the front door, is in use", "--port-offset");
    }

    @Test
    void without_the_broker_a_write_is_refused_for_now_within_10_s() throws Exception {
        Client ben = platform.client("outage-ben", "student");
        Signals.send("STOP", platform.pid("kafka"));
        try {
            long began = System.nanoTime();
            HttpResponse<String> answer = ben.watch("video123", 30);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            Signals.send("CONT", platform.pid("kafka"));
        }
        await().atMost(BACK_WITHIN)
                .ignoreExceptions()
                .until(() -> ben.watch("video123", 31).statusCode() == 202);
    }

    @Test
    void every_accepted_heartbeat_outlives_a_kill_of_any_part() {
        List<String> parts = new ArrayList<>(MORTAL);
        Collections.shuffle(parts, new Random(SEED));
        try (Traffic traffic = new Traffic(platform)) {
            for (String part : parts.subList(0, Math.min(KILLS, parts.size()))) {
                System.out.println("Killing " + part + ", -Dplayhead.seed=" + SEED);
                kill(part);
                traffic.awaitMore(20);
            }
            traffic.end();
            traffic.verify();
        }
    }

    @Test
    void a_part_that_dies_is_started_again_with_a_line_that_says_so() {
        kill("registry");

        assertThat(platform.output()).contains("registry was killed: it is started again");
    }

    private static void kill(String part) {
        long pid = platform.pid(part);
        Signals.send("KILL", pid);
        await().atMost(BACK_WITHIN).until(() -> platform.isUp(part, pid));
    }

    private static HttpResponse<String> accepted(Client client, double position) throws Exception {
        HttpResponse<String> answer = client.watch("video123", position);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer;
    }
}
