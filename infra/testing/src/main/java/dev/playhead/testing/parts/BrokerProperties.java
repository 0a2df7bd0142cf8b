package dev.playhead.testing.parts;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The settings of our brokers, for a small machine and for the guarantees.
final class BrokerProperties {
    private static final String COMMON = """
            auto.create.topics.enable=false
            offsets.topic.num.partitions=8
            offsets.topic.segment.bytes=16777216
            transaction.state.log.num.partitions=8
            transaction.state.log.segment.bytes=16777216
            share.coordinator.state.topic.num.partitions=1
            group.initial.rebalance.delay.ms=0
            # A killed process must not stall the others for longer than about 10 s. A killed broker is refused by its
            # controller until its last session has ended, so that is short too (9 s by default).
            broker.session.timeout.ms=3000
            broker.heartbeat.interval.ms=500
            transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
            group.min.session.timeout.ms=1000
            # The same where the brokers keep the group (KIP-1071): by default no group may have less than 45 s.
            group.streams.min.session.timeout.ms=1000
            group.streams.min.heartbeat.interval.ms=500
            group.streams.initial.rebalance.delay.ms=0
            # Small segments and indexes: dozens of partitions, each with files of its own.
            log.segment.bytes=67108864
            log.index.size.max.bytes=1048576
            log.cleaner.dedupe.buffer.size=16777216
            """;

    private BrokerProperties() {}

    /// What brokers in this JVM and brokers of their own have in common.
    static Map<String, String> common(int nodes) {
        Map<String, String> properties = COMMON.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b, TreeMap::new));
        String replicas = Integer.toString(Math.min(nodes, 3));
        String inSync = nodes >= 3 ? "2" : "1";
        for (String topic : new String[] {"transaction.state.log", "share.coordinator.state.topic"}) {
            properties.put(topic + ".replication.factor", replicas);
            properties.put(topic + ".min.isr", inSync);
        }
        properties.put("offsets.topic.replication.factor", replicas);
        return properties;
    }

    /// A node on loopback, broker and controller at once, that keeps its data.
    static Map<String, String> of(KafkaSettings settings) {
        Quorum quorum = settings.quorum();
        String client = "PLAINTEXT://127.0.0.1:" + settings.port();
        Map<String, String> properties = new TreeMap<>(common(quorum.nodes()));
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(quorum.node()));
        // Voters by setting, not in the log: the port may change between runs.
        properties.put("controller.quorum.voters", quorum.voters());
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listeners", client + ",CONTROLLER://127.0.0.1:" + settings.controllerPort());
        properties.put("advertised.listeners", client);
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("log.dirs", settings.logDirectory().toAbsolutePath().toString());
        if (quorum.nodes() == 1) {
            // One replica has no other to learn from after a power cut, so it writes through every second.
            properties.put("log.flush.interval.ms", "1000");
            properties.put("log.flush.scheduler.interval.ms", "1000");
        } else {
            properties.put("default.replication.factor", Integer.toString(quorum.nodes()));
            properties.put("min.insync.replicas", "2");
        }
        return properties;
    }
}
