package dev.playhead.streams.engine;

import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/// What Kafka Streams is started with: what the installation says, then what is no choice.
///
/// @param group what is the group's to have instead
record StreamsProperties(Map<String, Object> all, GroupSettings group) {
    private static final String APPLICATION = "progress-streams";

    StreamsProperties {
        all = Map.copyOf(all);
    }

    static StreamsProperties of(KafkaProperties kafka, TopicSettings topics, EngineSettings settings) {
        Map<String, Object> all = new HashMap<>(kafka.buildStreamsProperties());
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, topics.prefix() + APPLICATION);
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // Names of internal topics stay as they are drawn.
        all.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.DEAD_LETTER_BYTES_MAX);
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
        all.put(StoreMemory.BYTES, settings.memory().toBytes());
        all.putIfAbsent(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        GroupSettings group = GroupSettings.takenFrom(all);
        return new StreamsProperties(all, group);
    }

    Properties asProperties() {
        Properties properties = new Properties();
        properties.putAll(all);
        return properties;
    }

    Object stateDirectory() {
        return all.getOrDefault(StreamsConfig.STATE_DIR_CONFIG, "");
    }
}
