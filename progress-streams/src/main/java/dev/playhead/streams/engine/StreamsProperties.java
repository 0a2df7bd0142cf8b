package dev.playhead.streams.engine;

import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/// What Kafka Streams is started with: what the installation says, then what is no choice.
record StreamsProperties(Map<String, Object> all) {
    private static final String APPLICATION = "progress-streams";
    private static final Set<String> CLASSIC_SESSION = Set.of(
            StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
            StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG));

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
        leaveSessionsToTheBroker(all);
        return new StreamsProperties(all);
    }

    /// Under the broker's own protocol a session is the broker's to set (`group.streams.*`), and
    /// Kafka refuses the settings by which the classic one is tuned.
    private static void leaveSessionsToTheBroker(Map<String, Object> all) {
        if ("streams".equalsIgnoreCase(String.valueOf(all.get(StreamsConfig.GROUP_PROTOCOL_CONFIG)))) {
            all.keySet().removeAll(CLASSIC_SESSION);
        }
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
