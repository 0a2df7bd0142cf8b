package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.START;

import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ResetScope;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.streams.audience.Contribution;
import dev.playhead.streams.audience.ContributionFormat;
import dev.playhead.streams.progress.WatchState;
import dev.playhead.streams.progress.WatchStateFormat;
import dev.playhead.testing.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/// The topology driven record by record, with a real registry.
final class Driven implements AutoCloseable {
    static final String REGISTRY = Stack.shared().registry().confluentUrl();

    /// In which each sum is told once.
    private static final Duration SECOND = Duration.ofSeconds(1);

    final CountingTally tally = new CountingTally();
    private final Serializer<SpecificRecord> activityValues = serializer(TestTopology.TOPICS.activity());
    private final Serializer<SpecificRecord> catalogValues = serializer(TestTopology.TOPICS.catalog());
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> activity;
    private final TestInputTopic<byte[], byte[]> catalog;
    private final TestOutputTopic<String, SpecificRecord> progress;
    private final TestOutputTopic<String, SpecificRecord> completions;
    private final TestOutputTopic<String, SpecificRecord> shortsSessions;
    private final TestInputTopic<byte[], byte[]> audienceParts;
    private final TestOutputTopic<byte[], byte[]> partsTold;
    private final TestOutputTopic<String, SpecificRecord> audience;
    private final TestOutputTopic<String, SpecificRecord> audienceDaily;
    private final TestOutputTopic<byte[], byte[]> deadLetters;

    Driven(Path state) {
        this(state, topic -> TestTopology.values(topic, REGISTRY));
    }

    /// With values written by something else.
    Driven(Path state, Function<Topic, Serde<SpecificRecord>> serdes) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(ProgressTopology.of(TestTopology.TOPICS, serdes, tally), properties);
        activity = input(TestTopology.TOPICS.activity());
        catalog = input(TestTopology.TOPICS.catalog());
        progress = output(TestTopology.TOPICS.progress());
        completions = output(TestTopology.TOPICS.completions());
        shortsSessions = output(TestTopology.TOPICS.shortsSessions());
        audienceParts = input(TestTopology.TOPICS.audienceParts());
        partsTold = bytes(TestTopology.TOPICS.audienceParts());
        audience = output(TestTopology.TOPICS.audience());
        audienceDaily = output(TestTopology.TOPICS.audienceDaily());
        deadLetters = bytes(TestTopology.TOPICS.deadLetters());
    }

    /// As after a restart: what students and courses were is in the stores, and nothing is remembered.
    Driven restarted(Path state) {
        Driven again = new Driven(state);
        for (String name : List.of(StateStores.WATCH_STATES, StateStores.COURSE_STATES)) {
            KeyValueStore<Bytes, byte[]> to = again.driver.getKeyValueStore(name);
            try (KeyValueIterator<Bytes, byte[]> all =
                    driver.<Bytes, byte[]>getKeyValueStore(name).all()) {
                all.forEachRemaining(each -> to.put(each.key, each.value));
            }
        }
        close();
        return again;
    }

    void send(Heartbeat heartbeat) {
        send(heartbeat.getStudentId(), heartbeat, heartbeat.getReceivedAt());
    }

    void send(ShortInteraction interaction) {
        send(interaction.getStudentId(), interaction, interaction.getReceivedAt());
    }

    void send(@Nullable String key, SpecificRecord value, long timestamp) {
        sendBytes(key == null ? null : key.getBytes(StandardCharsets.UTF_8), bytes(value), timestamp);
    }

    void sendBytes(byte @Nullable [] key, byte @Nullable [] value, long timestamp) {
        activity.pipeInput(new TestRecord<>(key, value, null, timestamp));
    }

    void send(TestRecord<byte[], byte[]> record) {
        activity.pipeInput(record);
    }

    void reset(ResetScope scope, @Nullable String course, @Nullable String material, double afterSeconds) {
        long at = START.plusMillis((long) (afterSeconds * 1_000)).toEpochMilli();
        reset("ana", scope, course, material, at);
    }

    void reset(String student, ResetScope scope, @Nullable String course, @Nullable String material, long at) {
        ResetProgress reset = ResetProgress.newBuilder()
                .setEventId("8f14e45f-ceea-467f-9575-7a1d4e1a2b3c")
                .setStudentId(student)
                .setScope(scope)
                .setCourseId(course)
                .setMaterialId(material)
                .setRequestedBy("root")
                .setOccurredAt(at)
                .setReceivedAt(at)
                .build();
        send(student, reset, at);
    }

    void put(Course course) {
        putBytes(
                course.getCourseId(),
                catalogValues.serialize(TestTopology.TOPICS.catalog().name(), course));
    }

    void putBytes(String course, byte @Nullable [] value) {
        catalog.pipeInput(course.getBytes(StandardCharsets.UTF_8), value);
    }

    byte[] bytes(SpecificRecord value) {
        return activityValues.serialize(TestTopology.TOPICS.activity().name(), value);
    }

    List<TestRecord<String, SpecificRecord>> progress() {
        return progress.readRecordsToList();
    }

    List<TestRecord<String, SpecificRecord>> completions() {
        return completions.readRecordsToList();
    }

    List<TestRecord<String, SpecificRecord>> shortsSessions() {
        return shortsSessions.readRecordsToList();
    }

    /// After the second in which the tasks tell their sums.
    List<TestRecord<String, SpecificRecord>> audience() {
        driver.advanceWallClockTime(SECOND);
        return audience.readRecordsToList();
    }

    /// The same of each day.
    List<TestRecord<String, SpecificRecord>> audienceDaily() {
        driver.advanceWallClockTime(SECOND);
        return audienceDaily.readRecordsToList();
    }

    /// What was said so far and is not asked for, or it would fill the memory.
    void forget() {
        List.of(progress, completions, shortsSessions, audience, audienceDaily)
                .forEach(TestOutputTopic::readRecordsToList);
    }

    /// As another task's part of an audience.
    void sendPart(String material, int part, Contribution sum) {
        sendPart(material, part, ContributionFormat.write(sum));
    }

    void sendPart(String material, int part, byte[] told) {
        audienceParts.pipeInput(new PartKey(material, part).bytes(), told);
    }

    /// What this task told of its parts, a second later.
    List<TestRecord<byte[], byte[]>> partsTold() {
        driver.advanceWallClockTime(SECOND);
        return partsTold.readRecordsToList();
    }

    KeyValueStore<Bytes, byte[]> audienceSums() {
        return driver.getKeyValueStore(StateStores.AUDIENCE_SUMS);
    }

    KeyValueStore<Bytes, byte[]> sessionStates() {
        return driver.getKeyValueStore(StateStores.SHORTS_SESSIONS);
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    KeyValueStore<Bytes, byte[]> watchStates() {
        return driver.getKeyValueStore(StateStores.WATCH_STATES);
    }

    Optional<WatchState> watchState(String student, String material) {
        return Optional.ofNullable(watchStates().get(new StudentKey(student, material).bytes()))
                .map(WatchStateFormat::read);
    }

    @Override
    public void close() {
        driver.close();
    }

    private static Serializer<SpecificRecord> serializer(Topic topic) {
        return TestTopology.values(topic, REGISTRY).serializer();
    }

    private TestInputTopic<byte[], byte[]> input(Topic topic) {
        return driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<byte[], byte[]> bytes(Topic topic) {
        return driver.createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private TestOutputTopic<String, SpecificRecord> output(Topic topic) {
        return driver.createOutputTopic(
                topic.name(),
                new StringDeserializer(),
                TestTopology.values(topic, REGISTRY).deserializer());
    }
}
