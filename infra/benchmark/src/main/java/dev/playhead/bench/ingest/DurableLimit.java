package dev.playhead.bench.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The limit 'HTTP durable': the same server reads the same body, and answers when the brokers have
/// acknowledged a record of the same key and as many bytes as ours. No caller, no catalog, no rate,
/// no rule, no event.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@RestController
class DurableLimit {
    static final String TOPIC = "bench.durable";

    private static final Map<String, String> TAKEN = Map.of("message", "Watch time updated");

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

    @PostMapping("/{student}/{video}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> take(
            @PathVariable("student") String student, @PathVariable("video") String video, @RequestBody Position body)
            throws ExecutionException, InterruptedException {
        byte[] value =
                sample.get(Math.floorMod(next.getAndIncrement(), sample.size())).value();
        producer.send(new ProducerRecord<>(TOPIC, student, value)).get();
        return TAKEN;
    }

    record Position(
            @JsonProperty("watch_time") double watchTime,
            @JsonProperty("total_duration") double totalDuration) {}
}
