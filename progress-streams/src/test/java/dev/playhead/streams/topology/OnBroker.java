package dev.playhead.streams.topology;

import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.schemas.topic.TopicsOnCluster;
import dev.playhead.streams.Service;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// The service on a real broker, with as many partitions as it has by default.
final class OnBroker {
    static final int PARTITIONS = 12;

    final Sandbox sandbox;
    final Topics topics;

    OnBroker(Class<?> test) {
        sandbox = Stack.shared().sandbox(test);
        topics = Topics.of(new TopicSettings(sandbox.topicPrefix(), PARTITIONS, null, null));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", sandbox.bootstrapServers()))) {
            TopicsOnCluster.ensure(admin, topics.all(), null);
        }
    }

    Service start(Path directory) {
        return Service.start(sandbox, directory, Map.of("PLAYHEAD_TOPIC_PARTITIONS", Integer.toString(PARTITIONS)))
                .awaitReady();
    }

    KafkaProducer<String, SpecificRecord> producer() {
        return new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, sandbox.bootstrapServers()),
                new StringSerializer(),
                TestTopology.values(topics.activity(), sandbox.registryUrl()).serializer());
    }

    ProducerRecord<String, SpecificRecord> activity(String student, SpecificRecord activity) {
        return new ProducerRecord<>(topics.activity().name(), student, activity);
    }
}
