package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.at;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ResetScope;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.EventIds;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.WatchState;
import dev.playhead.testing.stack.Stack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTopologyIT {
    private static final String REGISTRY = Stack.shared().registry().confluentUrl();

    private final CountingTally tally = new CountingTally();
    private TopologyTestDriver driver;
    private TestInputTopic<String, SpecificRecord> activity;
    private TestOutputTopic<String, SpecificRecord> progress;
    private TestOutputTopic<String, SpecificRecord> completions;

    @BeforeEach
    void start(@TempDir Path state) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(TestTopology.of(REGISTRY, tally), properties);
        Topic in = TestTopology.TOPICS.activity();
        activity = driver.createInputTopic(
                in.name(),
                new StringSerializer(),
                TestTopology.values(in, REGISTRY).serializer());
        progress = output(TestTopology.TOPICS.progress());
        completions = output(TestTopology.TOPICS.completions());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void a_heartbeat_becomes_progress_under_student_and_material_with_the_place_it_came_from() {
        Instant received = START.plusSeconds(2);

        send(heartbeat().position(125.5).receivedAt(received).build());

        TestRecord<String, SpecificRecord> said = progress.readRecord();
        assertThat(said.key()).isEqualTo("ana/video123");
        assertThat(said.timestamp()).isEqualTo(received.toEpochMilli());
        assertThat(ActivityPlace.of(said.headers())).contains(new ActivityPlace(0, 0));
        assertThat(said.value())
                .isEqualTo(MaterialProgress.newBuilder()
                        .setStudentId("ana")
                        .setMaterialId("video123")
                        .setCourseId("demo")
                        .setKind(MaterialKind.VIDEO)
                        .setPositionMs(125_500)
                        .setFurthestMs(125_500)
                        .setDurationMs(600_000)
                        .setWatchedMs(0)
                        .setFirstWatchedAt(START.toEpochMilli())
                        .setLastWatchedAt(START.toEpochMilli())
                        .setAttempt(1)
                        .build());
        assertThat(completions.isEmpty()).isTrue();
    }

    @Test
    void completion_is_announced_under_the_student_and_once() {
        Heartbeat completing = heartbeat().position(480).after(5).build();

        send(at(479.999));
        send(completing);
        send(heartbeat().position(600).after(6).build());
        send(completing);

        List<TestRecord<String, SpecificRecord>> said = completions.readRecordsToList();
        assertThat(said).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("ana");
            assertThat(ActivityPlace.of(one.headers())).contains(new ActivityPlace(0, 1));
            assertThat(one.timestamp()).isEqualTo(completing.getReceivedAt());
            assertThat(one.value())
                    .isEqualTo(MaterialCompleted.newBuilder()
                            .setEventId(EventIds.materialCompleted("ana", "video123", 1)
                                    .toString())
                            .setStudentId("ana")
                            .setMaterialId("video123")
                            .setCourseId("demo")
                            .setKind(MaterialKind.VIDEO)
                            .setAttempt(1)
                            .setCompletedAt(START.plusSeconds(5))
                            .setDurationMs(600_000)
                            .setFurthestMs(480_000)
                            .setWatchedMs(0)
                            .setCompletionRule(CompletionRule.POSITION)
                            .setCompletionThreshold(80)
                            .setHeartbeatId(completing.getEventId())
                            .build());
        });
        assertThat(tally.completions).isEqualTo(1);
        assertThat(tally.heartbeats).isEqualTo(4);
    }

    @Test
    void every_activity_has_its_progress_one_that_changes_nothing_too() {
        send(at(300));
        send(at(300));
        send(at(300));

        List<TestRecord<String, SpecificRecord>> said = progress.readRecordsToList();
        assertThat(said)
                .extracting(one -> ActivityPlace.of(one.headers()).orElseThrow().offset())
                .containsExactly(0L, 1L, 2L);
        assertThat(said)
                .extracting(TestRecord::value)
                .containsOnly(said.getFirst().value());
    }

    @Test
    void students_and_materials_are_kept_apart() {
        send(heartbeat().student("ana").video("v1").position(10).build());
        send(heartbeat().student("ben").video("v1").position(20).build());
        send(heartbeat().student("ana").video("v2").position(30).build());

        assertThat(progress.readKeyValuesToMap())
                .extractingFromEntries(one -> one.getKey() + " " + ((MaterialProgress) one.getValue()).getPositionMs())
                .containsExactlyInAnyOrder("ana/v1 10000", "ben/v1 20000", "ana/v2 30000");
    }

    @Test
    void what_is_stored_is_what_the_fold_says() {
        Heartbeat one = at(100);
        Heartbeat two = heartbeat().session("s", 1).position(50).after(5).build();

        send(one);
        send(two);

        WatchState expected = Fold.advance(Fold.advance(WatchState.initial(), one), two);
        assertThat(driver.<WatchKey, WatchState>getKeyValueStore(WatchStates.NAME)
                        .get(new WatchKey("ana", "video123")))
                .isEqualTo(expected);
    }

    @Test
    void an_activity_of_another_kind_stops_nothing() {
        ResetProgress reset = ResetProgress.newBuilder()
                .setEventId("8f14e45f-ceea-467f-9575-7a1d4e1a2b3c")
                .setStudentId("ana")
                .setScope(ResetScope.ALL)
                .setRequestedBy("root")
                .setOccurredAt(START.toEpochMilli())
                .setReceivedAt(START.toEpochMilli())
                .build();

        send(at(100));
        activity.pipeInput("ana", reset);
        activity.pipeInput("ana", null);
        send(heartbeat().position(200).after(5).build());

        assertThat(progress.readValuesToList())
                .extracting(said -> ((MaterialProgress) said).getPositionMs())
                .containsExactly(100_000L, 200_000L);
    }

    private void send(Heartbeat heartbeat) {
        activity.pipeInput(heartbeat.getStudentId(), heartbeat, heartbeat.getReceivedAt());
    }

    private TestOutputTopic<String, SpecificRecord> output(Topic topic) {
        return driver.createOutputTopic(
                topic.name(),
                new StringDeserializer(),
                TestTopology.values(topic, REGISTRY).deserializer());
    }
}
