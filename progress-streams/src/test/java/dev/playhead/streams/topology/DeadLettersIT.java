package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.at;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.CourseCompleted;
import dev.playhead.schemas.event.MaterialCompleted;
import dev.playhead.schemas.event.ResetScope;
import dev.playhead.schemas.id.ActivityMarks;
import dev.playhead.schemas.id.ActivityPlace;
import dev.playhead.schemas.id.DeadLetter;
import dev.playhead.schemas.id.DeadLetter.Reason;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.testing.sample.Courses;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersIT {
    private static final byte[] ANA = "ana".getBytes(UTF_8);
    private static final long NOW = START.toEpochMilli();

    private Driven driven;

    @BeforeEach
    void start(@TempDir Path state) {
        driven = new Driven(state);
    }

    @AfterEach
    void stop() {
        driven.close();
    }

    @Test
    void bytes_that_are_no_event_are_set_aside_as_they_are_and_the_next_record_goes_on() {
        byte[] nonsense = "no Avro at all".getBytes(UTF_8);

        driven.sendBytes(ANA, nonsense, NOW);
        driven.send(at(10));

        TestRecord<byte[], byte[]> set = driven.deadLetters().getFirst();
        assertThat(set.key()).isEqualTo(ANA);
        assertThat(set.value()).isEqualTo(nonsense);
        assertThat(set.timestamp()).isEqualTo(NOW);
        DeadLetter letter = DeadLetter.of(set.headers()).orElseThrow();
        assertThat(letter.topic()).isEqualTo("playhead.activity");
        assertThat(letter.partition()).isZero();
        assertThat(letter.offset()).isZero();
        assertThat(letter.timestamp()).isEqualTo(NOW);
        assertThat(letter.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(letter.detail()).contains("Confluent wire format");
        assertThat(letter.failedBy()).isEqualTo("progress-streams");
        assertThat(driven.watchState("ana", "video123")).isPresent();
    }

    /// Generated readers make room for as many as a record says, before they read the first.
    @Test
    void segments_without_number_are_set_aside_and_ask_for_no_memory() {
        byte[] whole = driven.bytes(heartbeat().played(0, 5).position(5).build());
        // One segment, from 0 to 5,000 ms, and no other: one becomes as many as there can be.
        String segment = "\0\u0090\u004e\0";
        String damaged =
                new String(whole, ISO_8859_1).replace("\2" + segment, "\u00ee\u00ff\u00ff\u00ff\u000f" + segment);

        driven.sendBytes(ANA, damaged.getBytes(ISO_8859_1), NOW);
        driven.send(at(10));

        DeadLetter letter =
                DeadLetter.of(driven.deadLetters().getFirst().headers()).orElseThrow();
        assertThat(letter.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(letter.detail()).contains("2147483639 items");
        assertThat(driven.watchState("ana", "video123")).isPresent();
    }

    @Test
    void whoever_waits_for_it_learns_that_it_will_not_come() {
        driven.sendBytes(ANA, new byte[0], NOW);

        assertThat(driven.progress()).singleElement().satisfies(said -> {
            assertThat(said.key()).isEqualTo("ana/");
            assertThat(said.value()).isNull();
            assertThat(ActivityMarks.isDeadLetter(said.headers())).isTrue();
            assertThat(ActivityPlace.of(said.headers())).contains(new ActivityPlace(0, 0));
        });
    }

    @Test
    void an_event_cut_short_is_unreadable_and_one_of_an_unknown_schema_says_so() {
        byte[] whole = driven.bytes(at(10));
        byte[] unknown = whole.clone();
        unknown[1] = 0x7f;

        driven.sendBytes(ANA, Arrays.copyOf(whole, whole.length - 3), NOW);
        driven.sendBytes(ANA, unknown, NOW);

        assertThat(reasons()).containsExactly(Reason.UNREADABLE, Reason.UNKNOWN_SCHEMA);
        assertThat(driven.tally.deadLetters).containsExactly(Reason.UNREADABLE, Reason.UNKNOWN_SCHEMA);
    }

    @Test
    void an_event_that_is_no_activity_and_no_value_at_all_are_set_aside() {
        driven.send("demo", Courses.demo(), NOW);
        driven.sendBytes(ANA, null, NOW);
        driven.sendBytes(null, driven.bytes(at(10)), NOW);
        driven.sendBytes(new byte[] {(byte) 0xff}, driven.bytes(at(10)), NOW);

        assertThat(reasons()).containsOnly(Reason.OUT_OF_RANGE).hasSize(4);
        assertThat(driven.progress()).extracting(TestRecord::key).containsExactly("demo/", "ana/");
    }

    @Test
    void a_value_that_cannot_be_is_set_aside_and_nothing_of_it_is_applied() {
        driven.send(heartbeat().position(10).duration(0).build());
        driven.send(heartbeat().position(-1).build());
        driven.send(heartbeat().position(601).build());
        driven.send(heartbeat().position(10).furthest(700).build());
        driven.send(heartbeat().position(10).played(5, 4).build());
        driven.send(heartbeat().position(10).played(5, 700).build());
        driven.send(heartbeat().position(10).playbackRate(Double.NaN).build());
        driven.send(heartbeat().position(10).duration(700_000).build());
        driven.send(heartbeat().position(10).video("course:x").build());
        driven.send(heartbeat().position(10).course("a/b").build());
        driven.send(heartbeat().position(10).after(3_600).receivedAt(START).build());
        driven.send("ben", heartbeat().position(10).build(), NOW);
        driven.reset(ResetScope.COURSE, null, null, 10);
        driven.reset(ResetScope.MATERIAL, null, "course:x", 10);
        driven.reset(ResetScope.UNKNOWN, null, null, 10);

        assertThat(reasons()).containsOnly(Reason.OUT_OF_RANGE).hasSize(15);
        assertThat(driven.watchStates().all()).isExhausted();
        assertThat(driven.completions()).isEmpty();
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        driven.send(heartbeat().position(-1).playbackRate(17).build());

        assertThat(DeadLetter.of(driven.deadLetters().getFirst().headers())
                        .orElseThrow()
                        .detail())
                .contains("position_ms -1", "playback_rate 17.0");
    }

    @Test
    void headers_that_came_with_it_stay_with_it() {
        TestRecord<byte[], byte[]> record = new TestRecord<>(ANA, new byte[] {9});
        record.headers().add("traceparent", "00-1".getBytes(UTF_8));

        driven.send(record);

        assertThat(driven.deadLetters()
                        .getFirst()
                        .headers()
                        .lastHeader("traceparent")
                        .value())
                .isEqualTo("00-1".getBytes(UTF_8));
    }

    @Test
    void a_mistake_of_ours_sets_the_record_aside_and_leaves_nothing_half_done(@TempDir Path state) {
        try (Driven broken = new Driven(state, DeadLettersIT::thatFailsFor666)) {
            broken.put(Courses.demo());
            broken.send(heartbeat().position(666).duration(700).build());
            broken.send(heartbeat().student("ben").position(600).duration(700).build());

            assertThat(broken.deadLetters())
                    .singleElement()
                    .satisfies(set -> assertThat(
                                    DeadLetter.of(set.headers()).orElseThrow().reason())
                            .isEqualTo(Reason.FAILED));
            assertThat(broken.progress())
                    .extracting(TestRecord::key)
                    .containsExactly("ana/", "ben/course:demo", "ben/video123");
            assertThat(broken.completions()).hasSize(1);
            assertThat(broken.watchState("ana", "video123")).isEmpty();
        }
    }

    @Test
    void of_a_short_that_was_set_aside_nothing_is_in_a_session_or_an_audience(@TempDir Path state) {
        try (Driven broken = new Driven(state, DeadLettersIT::thatFailsFor666)) {
            broken.send(heartbeat()
                    .shortVideo("short1")
                    .position(666)
                    .duration(700)
                    .completion(CompletionRule.POSITION, 95)
                    .build());
            broken.send(heartbeat()
                    .student("ben")
                    .shortVideo("short1")
                    .position(10)
                    .duration(700)
                    .build());

            assertThat(broken.deadLetters()).hasSize(1);
            assertThat(broken.shortsSessions()).extracting(TestRecord::key).containsExactly("ben/" + NOW);
            assertThat(broken.audience())
                    .extracting(said -> Audiences.counts(said.value()))
                    .containsExactly(Audiences.counts(1, 0, 0, 0));
            try (KeyValueIterator<Bytes, byte[]> sessions =
                    broken.sessionStates().all()) {
                assertThat(sessions).toIterable().hasSize(1);
            }
        }
    }

    @Test
    void a_course_that_a_record_set_aside_would_have_completed_is_completed_by_the_next(@TempDir Path state) {
        try (Driven broken = new Driven(state, DeadLettersIT::thatFailsFor666)) {
            broken.put(Courses.course("demo").video("video123", 700).build());
            broken.send(heartbeat().position(1).duration(700).build());
            broken.send(heartbeat().position(666).duration(700).after(1).build());
            assertThat(broken.completions()).isEmpty();

            broken.send(heartbeat().position(665).duration(700).after(2).build());

            assertThat(broken.completions())
                    .extracting(TestRecord::value)
                    .hasExactlyElementsOfTypes(CourseCompleted.class, MaterialCompleted.class);
        }
    }

    /// The last of all that is written out for a heartbeat is its completion.
    private static Serde<SpecificRecord> thatFailsFor666(Topic topic) {
        Serde<SpecificRecord> sound = TestTopology.values(topic, Driven.REGISTRY);
        return Serdes.serdeFrom(
                (name, value) -> {
                    if (value instanceof MaterialCompleted completed && completed.getFurthestMs() == 666_000) {
                        throw new IllegalStateException("a mistake of ours");
                    }
                    return sound.serializer().serialize(name, value);
                },
                sound.deserializer());
    }

    private List<Reason> reasons() {
        return driven.deadLetters().stream()
                .map(set -> DeadLetter.of(set.headers()).orElseThrow().reason())
                .toList();
    }
}
