package dev.playhead.streams.topology;

import dev.playhead.schemas.topic.Topic;
import dev.playhead.schemas.topic.Topics;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;

/// The whole flow. All its topics are keyed by student, so one task sees all that a student does.
public final class ProgressTopology {
    static final String ACTIVITY = "activity";
    static final String WATCHING = "watching";
    static final String PROGRESS = "progress";
    static final String COMPLETIONS = "completions";

    private ProgressTopology() {}

    /// Draws it.
    ///
    /// @param values how a topic's values are written and read
    public static Topology of(Topics topics, Function<Topic, Serde<SpecificRecord>> values, Tally tally) {
        return new Topology()
                .addSource(
                        // A new installation, and one whose offsets expired, begins with all there is.
                        AutoOffsetReset.earliest(),
                        ACTIVITY,
                        new StringDeserializer(),
                        values.apply(topics.activity()).deserializer(),
                        topics.activity().name())
                .addProcessor(WATCHING, () -> new WatchProcessor(tally), ACTIVITY)
                .addStateStore(WatchStates.store(), WATCHING)
                .addSink(
                        PROGRESS,
                        topics.progress().name(),
                        new StringSerializer(),
                        values.apply(topics.progress()).serializer(),
                        new StudentPartitioner(),
                        WATCHING)
                .addSink(
                        COMPLETIONS,
                        topics.completions().name(),
                        new StringSerializer(),
                        values.apply(topics.completions()).serializer(),
                        WATCHING);
    }
}
