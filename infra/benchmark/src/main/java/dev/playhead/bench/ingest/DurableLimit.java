package dev.playhead.bench.ingest;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// The limit 'HTTP durable': the same server reads the same body, and answers when the brokers have
/// acknowledged a record of the same key and as many bytes as ours. No caller, no catalog, no rate,
/// no rule, no event.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
class DurableLimit {
    static final String TOPIC = "bench.durable";

    private final Producer<String, byte[]> producer;
    private final List<Sample.Entry> sample;
    private final AtomicInteger next = new AtomicInteger();

    DurableLimit(@Value("${limit.brokers}") String brokers, @Value("${limit.sample}") Path sample) throws IOException {
        this.producer = LikeIngest.producer(brokers);
        this.sample = Sample.read(sample);
    }

    public static void main(String[] args) {
        SpringApplication.run(DurableLimit.class, args);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ShortWay heartbeats() {
        return new ShortWay(this::take);
    }

    private boolean take(String student, String video, Position position) throws ServletException {
        byte[] value =
                sample.get(Math.floorMod(next.getAndIncrement(), sample.size())).value();
        try {
            producer.send(new ProducerRecord<>(TOPIC, student, value)).get();
            return true;
        } catch (ExecutionException e) {
            throw new ServletException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServletException(e);
        }
    }
}
