package dev.playhead.streams.engine;

import dev.playhead.schemas.serde.EventSerde;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import dev.playhead.streams.topology.ProgressTopology;
import dev.playhead.streams.topology.Tally;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

    @Bean
    TopicSettings topicSettings(Environment environment) {
        return Binder.get(environment)
                .bind("playhead.topic", TopicSettings.class)
                .orElse(TopicSettings.DEFAULT);
    }

    @Bean
    Topics topics(TopicSettings settings) {
        return Topics.of(settings);
    }

    @Bean
    Tally tally(MeterRegistry meters) {
        return new MeteredTally(meters);
    }

    @Bean
    Failures failures(EngineSettings settings) {
        return new Failures(Clock.systemUTC(), settings.pauseAfterFailure());
    }

    @Bean
    Engine engine(
            Preparation preparation,
            Topics topics,
            KafkaProperties kafka,
            Tally tally,
            StreamsProperties properties,
            Failures failures,
            MeterRegistry meters,
            EngineSettings settings) {
        Supplier<Topology> topology = () -> ProgressTopology.of(topics, topic -> values(topic, kafka), tally);
        return new Engine(preparation, topology, properties, failures, meters, settings.closeWithin());
    }

    @Bean
    Preparation preparation(
            KafkaProperties kafka, Topics topics, TopicSettings settings, StreamsProperties properties) {
        return new Preparation(kafka, topics, settings, properties.group());
    }

    @Bean
    StreamsProperties streamsProperties(KafkaProperties kafka, TopicSettings topics, EngineSettings settings) {
        return StreamsProperties.of(kafka, topics, settings);
    }

    @Bean
    EngineHealth streamsHealthIndicator(Engine engine, Failures failures) {
        return new EngineHealth(engine, failures);
    }

    private static Serde<SpecificRecord> values(Topic topic, KafkaProperties kafka) {
        return EventSerde.of(
                kafka.getProducer().getValueSerializer().getName(),
                kafka.getConsumer().getValueDeserializer().getName(),
                topic.naming(),
                kafka.getProperties());
    }
}
