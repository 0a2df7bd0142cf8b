package dev.playhead.streams.topology;

import dev.playhead.schemas.topic.Topic;
import dev.playhead.schemas.topic.Topics;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/// The whole flow. What students do comes in keyed by student, so one task sees all that a student
/// does; the catalog comes to all of them. What many students do with one material is summed by
/// each task and then over the tasks.
public final class ProgressTopology {
    static final String ACTIVITY = "activity";
    static final String WATCHING = "watching";
    static final String CATALOG = "catalog";
    static final String COURSES = "courses-of-catalog";
    static final String PROGRESS = "progress";
    static final String COMPLETIONS = "completions";
    static final String SHORTS_SESSIONS = "shorts-sessions";
    static final String DEAD_LETTERS = "dead-letters";
    static final String AUDIENCE_PARTS = "audience-parts";
    static final String PARTS_TOLD = "audience-parts-told";
    static final String ADDING_UP = "adding-up";
    static final String AUDIENCE = "audience";
    static final String AUDIENCE_DAILY = "audience-daily";

    private ProgressTopology() {}

    /// Draws it.
    ///
    /// @param serdes how a topic's values are written and read
    public static Topology of(Topics topics, Function<Topic, Serde<SpecificRecord>> serdes, Tally tally) {
        AtomicLong edition = new AtomicLong();
        Topology topology = new Topology()
                .addSource(
                        // A new installation, and one whose offsets expired, begins with all there is.
                        AutoOffsetReset.earliest(),
                        ACTIVITY,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.activity().name())
                .addProcessor(WATCHING, () -> activityProcessor(topics, serdes, edition, tally), ACTIVITY)
                .addStateStore(StateStores.states(StateStores.WATCH_STATES), WATCHING)
                .addStateStore(StateStores.states(StateStores.COURSE_STATES), WATCHING)
                .addStateStore(StateStores.states(StateStores.SHORTS_SESSIONS), WATCHING)
                .addStateStore(StateStores.sums(StateStores.AUDIENCE_PARTS), WATCHING)
                .addSink(
                        PROGRESS,
                        topics.progress().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        new OwnerPartitioner(),
                        WATCHING)
                .addSink(
                        COMPLETIONS,
                        topics.completions().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        WATCHING)
                .addSink(
                        SHORTS_SESSIONS,
                        topics.shortsSessions().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        new OwnerPartitioner(),
                        WATCHING)
                .addSink(
                        AUDIENCE_PARTS,
                        topics.audienceParts().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        new OwnerPartitioner(),
                        WATCHING)
                .addSink(
                        DEAD_LETTERS,
                        topics.deadLetters().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        WATCHING);
        return withCatalog(withAudience(topology, topics, serdes), topics.catalog(), serdes, edition);
    }

    private static Topology withAudience(
            Topology topology, Topics topics, Function<Topic, Serde<SpecificRecord>> serdes) {
        return topology.addSource(
                        AutoOffsetReset.earliest(),
                        PARTS_TOLD,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.audienceParts().name())
                .addProcessor(ADDING_UP, () -> audienceProcessor(topics, serdes), PARTS_TOLD)
                .addStateStore(StateStores.sums(StateStores.AUDIENCE_SUMS), ADDING_UP)
                .addSink(
                        AUDIENCE,
                        topics.audience().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        ADDING_UP)
                .addSink(
                        AUDIENCE_DAILY,
                        topics.audienceDaily().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        new OwnerPartitioner(),
                        ADDING_UP);
    }

    private static Topology withCatalog(
            Topology topology, Topic catalog, Function<Topic, Serde<SpecificRecord>> serdes, AtomicLong edition) {
        return topology.addGlobalStore(
                StateStores.courses(),
                CATALOG,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                catalog.name(),
                COURSES,
                () -> new CoursesProcessor(catalog.name(), serdes.apply(catalog).deserializer(), edition));
    }

    private static AudienceProcessor audienceProcessor(Topics topics, Function<Topic, Serde<SpecificRecord>> serdes) {
        return new AudienceProcessor(written(topics.audience(), serdes), written(topics.audienceDaily(), serdes));
    }

    private static Function<SpecificRecord, byte[]> written(
            Topic topic, Function<Topic, Serde<SpecificRecord>> serdes) {
        Serializer<SpecificRecord> values = serdes.apply(topic).serializer();
        return value -> values.serialize(topic.name(), value);
    }

    private static ActivityProcessor activityProcessor(
            Topics topics, Function<Topic, Serde<SpecificRecord>> serdes, AtomicLong edition, Tally tally) {
        return new ActivityProcessor(context -> ActivityWork.of(context, new Values(topics, serdes), edition), tally);
    }
}
