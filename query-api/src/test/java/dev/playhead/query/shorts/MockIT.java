package dev.playhead.query.shorts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.ReadCall;
import dev.playhead.query.running.Statements;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Material;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/// Shorts that are made up, beside those that are not.
class MockIT {
    private static final String ALL = "/learning/api/shorts/all-session";
    private static final String OF_SUBMODULE = "/learning/api/shorts/submodule/1.1";
    private static Sandbox sandbox;
    private static Written written;
    private static QueryService real;
    private static QueryService mock;
    private static String put;

    @BeforeAll
    static void start() {
        sandbox = Stack.shared().begin().sandbox(MockIT.class);
        written = new Written(sandbox);
        put = written.course(course());
        // With an activity among them, of which only the database could tell.
        put += "," + written.put(Written.watchedShort("ana", "s1", 1_000).build());
        put += ","
                + written.put(Written.session("ana", Written.WATCHED, 1, "s1").build());
        real = QueryService.start(sandbox).ready();
        mock = QueryService.start(sandbox, "short.videos.mock=yes").ready();
    }

    @AfterAll
    static void stop() {
        real.close();
        mock.close();
        written.close();
    }

    /// Nor reads, of either: what is asked again and again leaves no trace.
    @Test
    void v1_made_up_shorts_are_shown_and_nothing_is_written() throws Exception {
        Map<TopicPartition, Long> before = ends();
        Statements statements = Statements.of(mock);

        int made = statements.during(() -> Stream.of(ReadCall.values())
                .filter(ReadCall::isOfShorts)
                .map(call -> call.ask(ana(mock), "ana", "", "", "Playhead-Read-After", put))
                .peek(answer -> assertThat(answer.status()).isEqualTo(200))
                .toList());

        assertThat(made).isZero();
        assertThat(ends()).isEqualTo(before);
        assertThat(ana(mock).get(ALL).json().path("count").intValue()).isEqualTo(49);
        assertThat(ana(mock).get(OF_SUBMODULE).json().path("videos").valueStream())
                .extracting(each -> each.path("id").stringValue())
                .containsExactly("mock_1.1_1", "mock_1.1_2");
    }

    /// Of either there is something to see, and the real ones have no made-up video among them.
    @ParameterizedTest
    @EnumSource(names = {"SHORTS_OF_ALL", "SHORTS_OF_SUBMODULE", "SHORTS_SESSION", "SHORTS_SESSIONS"})
    void v6_a_player_sees_no_difference(ReadCall call) {
        Answer ofReal = call.ask(ana(real), "ana", "", "", "Playhead-Read-After", put);
        Answer ofMock = call.ask(ana(mock), "ana", "", "");

        assertThat(shapes(ofMock.json())).isNotEmpty().isEqualTo(shapes(ofReal.json()));
        assertThat(ofMock.header("Content-Type")).isEqualTo(ofReal.header("Content-Type"));
        assertThat(ofMock.header("ETag")).isNotEmpty();
        assertThat(ofReal.text()).contains("\"s1\"").doesNotContain("mock_");
    }

    @Test
    void who_names_a_write_is_told_that_it_is_not_in_there() {
        assertThat(ana(mock).getAfter(ALL, put).header("Playhead-Fresh")).isEqualTo("false");
        assertThat(ana(mock).get(ALL).headers().map()).doesNotContainKey("playhead-fresh");
    }

    @Test
    void a_caller_has_to_be_one_who_may() {
        assertThat(mock.api().get(ALL).status()).isEqualTo(401);
        assertThat(mock.as(TokenRequest.teacher("tom", "*")).get(ALL).status()).isEqualTo(403);
    }

    @Test
    void all_other_reads_are_as_ever() {
        await().until(() ->
                ana(mock).getAfter("/api/progress/video/s1/status", put).status() == 200);
        assertThat(ana(mock).get("/api/progress/video/mock_1.1_1/status").status())
                .isEqualTo(404);
    }

    /// Each field of an answer, by where it stands, and what type it has there.
    private static SortedMap<String, List<String>> shapes(JsonNode json) {
        SortedMap<String, List<String>> shapes = new TreeMap<>();
        add(shapes, "", json);
        return shapes;
    }

    private static void add(SortedMap<String, List<String>> shapes, String path, JsonNode json) {
        shapes.merge(
                path,
                List.of(json.getNodeType().name()),
                (one, other) -> Stream.concat(one.stream(), other.stream())
                        .distinct()
                        .sorted()
                        .toList());
        if (json.isArray()) {
            json.forEach(each -> add(shapes, path + "[]", each));
        }
        json.properties().forEach(each -> add(shapes, path + "." + each.getKey(), each.getValue()));
    }

    /// With all that a short can have.
    private static Course course() {
        return Courses.course("c")
                .shortVideo("s1", 30.5, "1.1", 1, MockIT::rich)
                .shortVideo("s2", 30, "1.2", 1, MockIT::rich)
                .build();
    }

    private static Material.Builder rich(Material.Builder of) {
        return of.setDescription("In short").setUrl("https://media.example.com/s.mp4");
    }

    private static As ana(QueryService service) {
        return service.as(TokenRequest.student("ana"));
    }

    /// Of every topic there is of ours.
    private static Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) sandbox.bootstrapServers()))) {
            Map<TopicPartition, OffsetSpec> asked = written.topics().all().stream()
                    .flatMap(MockIT::partitions)
                    .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(asked).all().get().forEach((each, end) -> ends.put(each, end.offset()));
            return ends;
        }
    }

    private static Stream<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, topic.partitions()).mapToObj(number -> new TopicPartition(topic.name(), number));
    }
}
