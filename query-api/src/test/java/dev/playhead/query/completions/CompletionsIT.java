package dev.playhead.query.completions;

import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.list.Cursors;
import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.id.EventIds;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CompletionsIT {
    private static final String PATH = "/api/completions";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static Sandbox sandbox;
    private static Written written;
    private static Announced announced;
    private static QueryService service;
    private static As admin;

    @BeforeAll
    static void start() {
        sandbox = Stack.shared().begin().sandbox(CompletionsIT.class);
        written = new Written(sandbox);
        written.course(Courses.demo());
        announced = new Announced(written, sandbox.bootstrapServers(), sandbox.topicPrefix() + "one");
        service = QueryService.start(sandbox).ready();
        admin = service.as(TokenRequest.admin("ada"));
    }

    @AfterAll
    static void stop() {
        service.close();
        announced.close();
        written.close();
    }

    @Test
    void are_what_was_announced() {
        Reader reader = new Reader();
        announced.begin().material("ana", "video123").course("ana", "demo").commit();

        assertThat(reader.page(100).path("completions")).isEqualTo(JSON.readTree("""
                        [{"event_id": "%s", "type": "MaterialCompleted",
                          "student_id": "ana", "course_id": "demo", "material_id": "video123",
                          "attempt": 1, "completed_at": "2026-11-21T08:00:00Z"},
                         {"event_id": "%s", "type": "CourseCompleted",
                          "student_id": "ana", "course_id": "demo", "material_id": null,
                          "attempt": 1, "completed_at": "2026-11-21T08:00:00Z"}]
                        """.formatted(
                        EventIds.materialCompleted("ana", "video123", 1), EventIds.courseCompleted("ana", "demo", 1))));
    }

    @Test
    void are_read_page_by_page_without_a_gap_or_a_repeat_and_on_as_more_come() {
        Reader reader = new Reader();
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (int round = 0; round < 20; round++) {
            announced.begin();
            for (String student : List.of("ana", "bo", "cid", "dee", "eve")) {
                announced.material(student, "m" + round);
                all.computeIfAbsent(student, none -> new ArrayList<>()).add("m" + round);
            }
            announced.commit();
        }
        announced.begin().material("ana", "never").abort();

        reader.readAll(7);
        assertThat(reader.byStudent).isEqualTo(all);

        announced.begin().material("ana", "later").commit();
        all.computeIfPresent(
                "ana",
                (ana, materials) ->
                        Stream.concat(materials.stream(), Stream.of("later")).toList());
        reader.readAll(1_000);
        assertThat(reader.byStudent).isEqualTo(all);
        assertThat(reader.pages).isGreaterThan(14);
    }

    @Test
    void are_taken_from_all_partitions_alike() {
        Reader reader = new Reader();
        List<String> students = oneOfEachPartition();
        for (String student : students) {
            announced.begin();
            IntStream.range(0, 400).forEach(each -> announced.material(student, "m" + each));
            announced.commit();
        }

        JsonNode page = reader.page(30).path("completions");

        for (String student : students) {
            assertThat(page.valueStream()
                            .filter(each ->
                                    each.path("student_id").stringValue().equals(student)))
                    .hasSize(10);
        }
        assertThat(reader.page(1_000).path("completions").size()).isEqualTo(1_000);
    }

    @Test
    void that_cannot_be_read_are_passed_over_and_counted() {
        Reader reader = new Reader();
        announced
                .begin()
                .material("ana", "m1")
                .raw("ana", new byte[] {1, 2, 3})
                .raw("ana", written.bytes(written.topics().completions(), at("ana", "video123", 1)))
                .material("ana", "m2")
                .commit();

        reader.readAll(1);

        assertThat(reader.byStudent).isEqualTo(Map.of("ana", List.of("m1", "m2")));
        assertThat(service.management().get("/actuator/prometheus").text())
                .contains("playhead_completions_unreadable_total 2.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "abc", "", "-1"})
    void of_no_number_are_refused(String limit) {
        Answer answer = admin.get(PATH + "?limit=" + limit);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").stringValue()).isEqualTo("limit");
    }

    @Test
    void behind_no_cursor_of_the_topic_are_refused() {
        Cursors cursors =
                new Cursors("completions of " + written.topics().completions().name());
        byte[] ofTwo = new Place(List.of(0L, 0L)).bytes();
        String next = admin.get(PATH).json().path("next").stringValue();
        byte[] sound = cursors.place(next);

        assertThat(admin.get(PATH + "?after=" + next).status()).isEqualTo(200);
        for (String wrong : List.of("", "0", "x".repeat(5_000), cursors.text(ofTwo), new Cursors("x").text(sound))) {
            Answer answer = admin.get(PATH + "?after=" + wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.json().path("detail").stringValue()).contains("after");
        }
    }

    @Test
    void behind_a_place_that_the_log_does_not_have_are_refused_with_what_to_do() throws Exception {
        announced.begin().material("ana", "m1").material("ana", "m2").commit();
        String begin = cursor(0, 0, 0);
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", sandbox.bootstrapServers()))) {
            kafka.deleteRecords(Map.of(
                            new TopicPartition(written.topics().completions().name(), Written.partition("ana")),
                            RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        }

        for (String gone : List.of(begin, cursor(1_000, 1_000, 1_000), cursor(-1, -1, -1))) {
            Answer answer = admin.get(PATH + "?after=" + gone);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/field").stringValue()).isEqualTo("after");
            assertThat(answer.json().path("detail").stringValue()).contains("leave it out");
        }
        assertThat(admin.get(PATH).status()).isEqualTo(200);
    }

    @Test
    void hold_the_write_that_a_caller_names_however_late_its_transaction_is_over() {
        Reader reader = new Reader();
        try (Announced slow = new Announced(written, sandbox.bootstrapServers(), sandbox.topicPrefix() + "slow")) {
            slow.begin().material("ana", "m1");
            String token = written.put(at("ana", "video123", 600_000));
            CompletableFuture<Answer> early = CompletableFuture.supplyAsync(() -> reader.answer(token));
            // The rows hold it by now, and the completion can still not be read.
            assertThat(service.as(TokenRequest.student("ana"))
                            .getAfter("/api/progress/video/video123/status", token)
                            .header("Playhead-Fresh"))
                    .isEqualTo("true");
            assertThat(reader.page(10).path("completions").size()).isZero();
            slow.commit();

            assertThat(early).succeedsWithin(Duration.ofSeconds(10));
            assertThat(early.join().header("Playhead-Fresh")).isEqualTo("true");
            assertThat(early.join().json().path("completions").size()).isEqualTo(1);
        }
    }

    @Test
    void say_that_they_do_not_hold_it_while_its_transaction_is_not_over() {
        Reader reader = new Reader();
        try (Announced slow = new Announced(written, sandbox.bootstrapServers(), sandbox.topicPrefix() + "hung")) {
            announced.begin().material("ana", "m0").commit();
            slow.begin().material("ana", "m1");
            String token = written.put(at("ana", "video123", 600_000));

            Answer answer = reader.answer(token);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Playhead-Fresh")).isEqualTo("false");
            assertThat(answer.json().path("completions").size()).isEqualTo(1);
            slow.abort();
            assertThat(reader.answer(token).header("Playhead-Fresh")).isEqualTo("true");
        }
    }

    @Test
    void are_read_by_many_at_once() {
        Reader reader = new Reader();
        announced.begin().material("ana", "m1").commit();

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<JsonNode>> pages = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> reader.page(10), callers))
                    .limit(20)
                    .toList();

            assertThat(pages)
                    .allSatisfy(page ->
                            assertThat(page.join().path("completions").size()).isEqualTo(1));
        }
    }

    private static String cursor(long... offsets) {
        return new Cursors("completions of " + written.topics().completions().name())
                .text(new Place(Arrays.stream(offsets).boxed().toList()).bytes());
    }

    private static List<String> oneOfEachPartition() {
        Map<Integer, String> students = new LinkedHashMap<>();
        for (int i = 0; students.size() < QueryService.PARTITIONS; i++) {
            students.putIfAbsent(Written.partition("s" + i), "s" + i);
        }
        return List.copyOf(students.values());
    }

    /// Reads on from where the topic ends when it is made.
    private static final class Reader {
        final Map<String, List<String>> byStudent = new LinkedHashMap<>();
        int pages;
        private String after = "";

        Reader() {
            readAll(1_000);
            byStudent.clear();
            pages = 0;
        }

        JsonNode page(int limit) {
            return admin.get(PATH + "?limit=" + limit + after).json();
        }

        Answer answer(String token) {
            return admin.getAfter(PATH + "?limit=10" + after, token);
        }

        void readAll(int limit) {
            JsonNode page;
            do {
                page = page(limit);
                page.path("completions").valueStream().forEach(this::add);
                assertThat(page.path("completions").size()).isLessThanOrEqualTo(limit);
                after = "&after=" + page.path("next").stringValue();
                pages++;
            } while (!page.path("completions").isEmpty());
        }

        private void add(JsonNode completion) {
            byStudent
                    .computeIfAbsent(completion.path("student_id").stringValue(), none -> new ArrayList<>())
                    .add(completion.path("material_id").stringValue());
        }
    }
}
