package dev.playhead.query.shorts;

import static dev.playhead.query.running.Written.audience;
import static dev.playhead.query.running.Written.watchedShort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Statements;
import dev.playhead.query.running.Written;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What there is to see, in one row over all modules.
class ShortsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final String ALL = "/learning/api/shorts/all-session";
    private static final String OF_SUBMODULE = "/learning/api/shorts/submodule/";

    /// As the modules are counted, each with as many.
    private static final List<String> SUBMODULES = Stream.of("1:10", "2:5", "3:5", "4:4", "5:4")
            .flatMap(each -> {
                String[] moduleAndCount = each.split(":");
                return Stream.iterate(1, n -> n <= Integer.parseInt(moduleAndCount[1]), n -> n + 1)
                        .map(n -> moduleAndCount[0] + "." + n);
            })
            .toList();

    private static Written written;
    private static QueryService service;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().begin().sandbox(ShortsIT.class);
        written = new Written(sandbox);
        service = QueryService.start(sandbox).ready();
        // Two of each submodule, in any order, in two courses.
        List<String> shuffled = new ArrayList<>(SUBMODULES);
        Collections.shuffle(shuffled, new Random(SEED));
        Courses first = Courses.course("first");
        Courses second = Courses.course("second");
        for (String submodule : shuffled) {
            (submodule.hashCode() % 2 == 0 ? first : second)
                    .shortVideo("s" + submodule + "-2", 30, submodule, 2)
                    .shortVideo("s" + submodule + "-1", 30, submodule, 1);
        }
        written.course(first.shortVideo("hidden", 30, "1.1", 0, it -> it.setPublished(false))
                .build());
        String put = written.course(second.build());
        as("ana").getAfter(ALL, put);
    }

    @AfterAll
    static void stop() {
        service.close();
        written.close();
    }

    @Test
    void v3_from_1_1_to_5_4_in_the_order_of_modules_and_sequence() {
        assertThat(ids(as("ana").get(ALL)))
                .as("-Dplayhead.seed=%d", SEED)
                .containsExactlyElementsOf(from(0))
                .startsWith("s1.1-1", "s1.1-2", "s1.2-1")
                .containsSubsequence("s1.9-2", "s1.10-1", "s1.10-2", "s2.1-1")
                .endsWith("s5.4-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.10", "3.5", "5.4"})
    void v3_from_a_submodule_on_and_then_round(String start) {
        Answer answer = as("ana").get(ALL + "?start=" + start);

        assertThat(ids(answer)).containsExactlyElementsOf(from(SUBMODULES.indexOf(start)));
        assertThat(answer.json().path("count").intValue())
                .isEqualTo(answer.json().path("videos").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.11", "nonsense", "%F0%9F%8E%AC"})
    void one_that_there_is_not_begins_at_the_beginning(String start) {
        assertThat(ids(as("ana").get(ALL + "?start=" + start))).containsExactlyElementsOf(from(0));
    }

    @Test
    void a_submodule_has_its_own_and_one_that_there_is_not_has_none() {
        assertThat(ids(as("ana").get(OF_SUBMODULE + "1.10"))).containsExactly("s1.10-1", "s1.10-2");
        assertThat(as("ana").get(OF_SUBMODULE + "9.9").text())
                .isEqualTo("{\"success\":true,\"videos\":[],\"count\":0}");
    }

    /// Those of which there is nothing to say, those of others and the student's own are one query.
    @Test
    void v8_sixty_shorts_are_one_query() {
        Courses sixty = Courses.course("sixty");
        for (int i = 1; i <= 60; i++) {
            sixty.shortVideo("many-" + i, 30, "sixty", i);
        }
        String token = written.course(sixty.build());
        for (int i = 1; i <= 60; i += 2) {
            token += "," + written.put(watchedShort("mia", "many-" + i, 10_000).build());
        }
        As mia = as("mia");
        Answer there = mia.getAfter(OF_SUBMODULE + "sixty", token);
        Statements statements = Statements.of(service);

        assertThat(there.json().path("count").intValue()).isEqualTo(60);
        assertThat(there.json().at("/videos/58/watch_percentage").decimalValue())
                .isEqualByComparingTo("33.33");
        assertThat(statements.during(() -> mia.get(OF_SUBMODULE + "sixty"))).isOne();
        assertThat(statements.during(() -> mia.get(ALL))).isOne();
        written.noCourse("sixty");
    }

    /// Everything that a player needs, the next one's file included, as it knows it.
    @Test
    void a_short_is_what_the_catalog_the_student_and_everybody_say() {
        String put = written.course(Courses.course("one")
                .video("none", 9, it -> it.setModuleRef("7.7"))
                .shortVideo("one", 45, "7.7", 3)
                .build());
        var rich = Courses.course("one")
                .shortVideo(
                        "one",
                        45.5,
                        "7.7",
                        3,
                        it -> it.setDescription("In short").setUrl("https://media.example.com/one.mp4"))
                .version(2)
                .build();
        put += "," + written.course(rich);
        written.put(audience("one", 240, 12, 3));
        put += ","
                + written.put(watchedShort("ben", "one", 28_438)
                        .setPositionMs(1_000)
                        .setDurationMs(45_500)
                        .setLiked(true)
                        .setCompletedAt(1L)
                        .build());
        As ben = as("ben");
        ben.getAfter(OF_SUBMODULE + "7.7", put);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ben.get(OF_SUBMODULE + "7.7").text())
                        .isEqualTo("{\"success\":true,\"videos\":[{\"id\":\"one\",\"title\":\"Title of one\","
                                + "\"description\":\"In short\",\"file_path\":\"https://media.example.com/one.mp4\","
                                + "\"duration_seconds\":45.5,\"submodule_id\":\"7.7\",\"watch_percentage\":62.5,"
                                + "\"is_completed\":true,\"sequence_order\":3,\"aspect_ratio\":\"9:16\",\"liked\":true,"
                                + "\"likes\":12,\"shares\":3,\"views\":240}],\"count\":1}"));
        written.noCourse("one");
    }

    @Test
    void what_a_student_did_is_in_the_next_answer_and_what_a_caller_has_is_not_sent_again() {
        As eva = as("eva");
        Answer before = eva.get(OF_SUBMODULE + "1.1");
        String token = written.put(watchedShort("eva", "s1.1-1", 30_000).build());
        Answer after = eva.getAfter(OF_SUBMODULE + "1.1", token);
        Answer again = eva.get(OF_SUBMODULE + "1.1", "If-None-Match", after.header("ETag"));

        assertThat(after.header("Playhead-Fresh")).isEqualTo("true");
        assertThat(after.json().at("/videos/0/watch_percentage").intValue()).isEqualTo(100);
        assertThat(after.json().at("/videos/1/watch_percentage").intValue()).isZero();
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(as("ana").get(OF_SUBMODULE + "1.1").text()).isEqualTo(before.text());
    }

    private static List<String> from(int start) {
        List<String> submodules = new ArrayList<>(SUBMODULES);
        Collections.rotate(submodules, -start);
        return submodules.stream()
                .flatMap(each -> Stream.of("s" + each + "-1", "s" + each + "-2"))
                .toList();
    }

    private static List<String> ids(Answer answer) {
        return answer.json()
                .path("videos")
                .valueStream()
                .map(each -> each.path("id").stringValue())
                // What other tests put meanwhile.
                .filter(id -> !id.matches("many-.*|one"))
                .toList();
    }

    private static As as(String student) {
        return service.as(TokenRequest.student(student));
    }
}
