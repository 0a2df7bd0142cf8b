package dev.playhead.streams.engine;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/// What a member of the group says under the classic protocol, and the group itself under the
/// brokers' own.
enum GroupSetting {
    /// How often a member says that it lives.
    HEARTBEAT(
            StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
            "streams.heartbeat.interval.ms",
            "group.streams.min.heartbeat.interval.ms=%s or less"),
    /// How long a silent member keeps its partitions.
    SESSION(
            StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
            "streams.session.timeout.ms",
            "group.streams.min.session.timeout.ms=%s or less"),
    /// How many copies of a task's state other members keep.
    STANDBYS(
            StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
            "streams.num.standby.replicas",
            "group.streams.max.standby.replicas=%s or more");

    private final String ofMember;
    private final String ofGroup;
    private final String remedy;

    GroupSetting(String ofMember, String ofGroup, String remedy) {
        this.ofMember = ofMember;
        this.ofGroup = ofGroup;
        this.remedy = remedy;
    }

    /// Its name among the properties of Kafka Streams.
    String ofMember() {
        return ofMember;
    }

    /// Its name among the settings of the group.
    String ofGroup() {
        return ofGroup;
    }

    /// What the brokers must have for them to take this value.
    String remedy(String value) {
        return remedy.formatted(value);
    }
}
