package dev.playhead.bench.topology;

import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import java.io.IOException;
import java.io.Reader;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// The limit: Kafka Streams with the settings of ours, which makes the gets, puts and emits that
/// ours makes for a heartbeat, and nothing else.
final class StoreLimit {
    static final String WATCH_STATES = "watch-states";
    static final String COURSE_STATES = "course-states";
    static final String PROGRESS = "progress";
    static final String COMPLETIONS = "completions";
    static final String AUDIENCE_PARTS = "audience-parts";
    static final String AUDIENCE_SUMS = "audience-sums";
    static final String PARTS_TOLD = "parts-told";
    static final String AUDIENCE = "audience";
    static final String AUDIENCE_DAILY = "audience-daily";

    private static final String ACTIVITY = "activity";
    private static final String WORK = "work";
    private static final String TOLD = "told";
    private static final String ADDING = "adding";
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private StoreLimit() {}

    /// @param args the file of its settings
    public static void main(String[] args) throws Exception {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]))) {
            settings.load(reader);
        }
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, shippedClass(settings));
        settings.put(ShippedStreams.MEMORY, Long.valueOf(ShippedStreams.value(settings, ShippedStreams.MEMORY)));
        Topics topics = Topics.of(
                new TopicSettings(ShippedStreams.value(settings, ShippedStreams.PREFIX), partitions(), null, null));
        KafkaStreams streams = new KafkaStreams(topology(topics, Traffic.read(settings)), settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> streams.close(CLOSE_WITHIN)));
        streams.start();
    }

    /// The bounds on the stores' memory are those of ours because they are the same class.
    private static Class<?> shippedClass(Properties settings) throws ClassNotFoundException, IOException {
        URL jar = jar(ShippedStreams.value(settings, ShippedStreams.JAR));
        return Class.forName(
                ShippedStreams.value(settings, StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG),
                true,
                new URLClassLoader(new URL[] {jar}, StoreLimit.class.getClassLoader()));
    }

    private static URL jar(String path) throws MalformedURLException {
        return Path.of(path).toUri().toURL();
    }

    private static int partitions() {
        return TopicSettings.DEFAULT.partitions();
    }

    private static Topology topology(Topics topics, Traffic traffic) {
        Topology topology = new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        ACTIVITY,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.activity().name())
                .addProcessor(WORK, () -> new StoreWork(traffic), ACTIVITY)
                .addStateStore(store(WATCH_STATES), WORK)
                .addStateStore(store(COURSE_STATES), WORK)
                .addStateStore(store(AUDIENCE_PARTS).withCachingEnabled(), WORK)
                .addSink(
                        PROGRESS,
                        topics.progress().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        (topic, key, value, partitions) -> Optional.of(Set.of(ofStudent(key, partitions))),
                        WORK)
                .addSink(
                        COMPLETIONS,
                        topics.completions().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        WORK)
                .addSink(
                        PARTS_TOLD,
                        topics.audienceParts().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        WORK);
        return withAdding(topology, topics, traffic.audiences());
    }

    private static Topology withAdding(Topology topology, Topics topics, Traffic.Audiences audiences) {
        return topology.addSource(
                        AutoOffsetReset.earliest(),
                        TOLD,
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        topics.audienceParts().name())
                .addProcessor(ADDING, () -> new AddingWork(audiences), TOLD)
                .addStateStore(store(AUDIENCE_SUMS).withCachingEnabled(), ADDING)
                .addSink(
                        AUDIENCE,
                        topics.audience().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        ADDING)
                .addSink(
                        AUDIENCE_DAILY,
                        topics.audienceDaily().name(),
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        ADDING);
    }

    private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    /// What stands before the slash.
    private static int ofStudent(byte[] key, int partitions) {
        int slash = key.length - 1;
        while (key[slash] != '/') {
            slash--;
        }
        return Utils.toPositive(Utils.murmur2(Arrays.copyOf(key, slash))) % partitions;
    }
}
