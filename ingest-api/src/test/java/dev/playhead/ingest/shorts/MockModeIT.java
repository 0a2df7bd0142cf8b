package dev.playhead.ingest.shorts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.Answer;
import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.Calls;
import dev.playhead.ingest.Log;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.util.List;
import java.util.TreeSet;
import org.apache.avro.generic.GenericContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two instances on one log, of which one has mock shorts.
class MockModeIT {
    private static final Sandbox SANDBOX = Stack.shared().sandbox(MockModeIT.class);
    private static final String MOCK_REPORT = Bodies.watchedShort("mock_1.1_1", "37.5", "16.875", "none");

    private static RunningIngest mocking;
    private static RunningIngest real;

    @BeforeAll
    static void start() {
        real = RunningIngest.start(SANDBOX);
        real.as(TokenRequest.admin("root"))
                .putCourse("c", Bodies.shorts("C", "s"))
                .isAccepted();
        mocking = RunningIngest.start(SANDBOX, "--short.videos.mock=yes", "--playhead.enrolment=claim");
    }

    @AfterAll
    static void stop() {
        mocking.close();
        real.close();
    }

    /// Which has no database. Of the catalog a mock write is no business either.
    @Test
    void v1_every_write_answers_its_usual_shape_and_nothing_of_it_is_in_kafka() {
        Calls ana = mocking.as(TokenRequest.student("ana"));
        int courses = log("catalog").size();

        for (String id : List.of("mock_1.1_1", "s", "123")) {
            assertThat(ana.shortProgress(id, Bodies.watchedShort(id, "95", "5", "up"))
                            .isAccepted()
                            .body())
                    .isEqualTo("{\"success\":true,\"watch_percentage\":95,\"completed\":true}");
            assertThat(ana.watchShort(Bodies.watchedShort(id, "94.99", "5", "down"))
                            .isAccepted()
                            .body())
                    .isEqualTo("{\"success\":true,\"watch_percentage\":94.99,\"completed\":false}");
            assertThat(ana.like(id).isAccepted().body()).isEqualTo("{\"success\":true,\"liked\":true}");
            assertThat(ana.unlike(id).isAccepted().body()).isEqualTo("{\"success\":true,\"liked\":false}");
            assertThat(ana.share(id, "{\"channel\":\"link\"}").isAccepted().body())
                    .isEqualTo("{\"success\":true}");
        }
        mocking.as(TokenRequest.student("bo")).shortProgress("mock", MOCK_REPORT);
        // What is written now is behind all that could have been.
        Answer kept = real.as(TokenRequest.student("zoe"))
                .shortProgress("s", Bodies.watchedShort("s", "5", "1", "up"))
                .isAccepted();

        assertThat(kept.header("Playhead-Written")).isNotEmpty();
        assertThat(log("activity"))
                .extracting(ConsumerRecord::key)
                .contains("zoe")
                .isSubsetOf("zoe", "zac", "zed");
        assertThat(log("catalog")).hasSize(courses);
    }

    @Test
    void v6_the_answers_are_those_of_real_shorts_but_for_where_it_is_written() {
        Calls zed = real.as(TokenRequest.student("zed"));
        Calls mocked = mocking.as(TokenRequest.student("cleo"));
        String report = Bodies.watchedShort("s", "50", "22.5", "none");

        alike(zed.shortProgress("s", report), mocked.shortProgress("s", report));
        alike(zed.watchShort(report), mocked.watchShort(report));
        alike(zed.like("s"), mocked.like("s"));
        alike(zed.unlike("s"), mocked.unlike("s"));
        alike(zed.share("s", "{}"), mocked.share("s", "{}"));
        assertThat(mocked.shortProgress("s", "{}").isProblem(422).errors())
                .isEqualTo(zed.shortProgress("s", "{}").isProblem(422).errors());
        mocked.like("a%20b").isProblem(404);
    }

    @Test
    void v5_the_addresses_work_for_mock_and_for_real_shorts() {
        Calls zac = real.as(TokenRequest.student("zac"));
        Calls mocked = mocking.as(TokenRequest.student("zac"));
        String report = Bodies.watchedShort("s", "50", "22.5", "none");

        for (Calls each : List.of(zac, mocked)) {
            each.shortProgress("s", report).isAccepted();
            each.watchShort(report).isAccepted();
            each.like("s").isAccepted();
            each.share("s", "{}").isAccepted();
            assertThat(each.shortProgress("mock", MOCK_REPORT).status()).isEqualTo(200);
        }
        mocked.shortProgress("mock_1.1_1", MOCK_REPORT).isAccepted();
        mocked.watchShort(MOCK_REPORT).isAccepted();
        zac.shortProgress("mock_1.1_1", MOCK_REPORT).isProblem(404);
        zac.watchShort(MOCK_REPORT).isProblem(404);
    }

    @Test
    void v5_the_mock_address_answers_so_in_both_modes() {
        for (RunningIngest each : List.of(mocking, real)) {
            Calls dan = each.as(TokenRequest.student("dan"));

            Answer answer = dan.shortProgress("mock", MOCK_REPORT);
            Answer derived = dan.shortProgress("mock", "{\"shorts_id\":\"mock_1.5_3\",\"watch_time_seconds\":29.5}");
            Answer unnamed = dan.shortProgress("mock", "{\"watch_time_seconds\":30}");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body())
                    .isEqualTo("{\"success\":true,\"message\":\"Mock progress tracked (not saved to database)\","
                            + "\"watch_percentage\":37.5}");
            assertThat(derived.json().path("watch_percentage").asDouble()).isEqualTo(50);
            assertThat(unnamed.json().path("watch_percentage").asDouble()).isEqualTo(50);
            dan.shortProgress("mock", "{\"watch_percentage\":101}").isInvalid("watch_percentage must be from 0 to 100");
            dan.shortProgress("mock", "{").isProblem(400);
        }
    }

    private static List<ConsumerRecord<String, GenericContainer>> log(String topic) {
        return new Log(SANDBOX.bootstrapServers(), SANDBOX.topicPrefix() + topic).records();
    }

    private static void alike(Answer one, Answer other) {
        assertThat(other.status()).isEqualTo(one.isAccepted().status());
        assertThat(other.body()).isEqualTo(one.body());
        TreeSet<String> names = new TreeSet<>(one.headers().map().keySet());
        names.remove("playhead-written");
        assertThat(new TreeSet<>(other.headers().map().keySet())).isEqualTo(names);
    }
}
