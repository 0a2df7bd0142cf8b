package dev.playhead.ingest.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ActivityProducerTest {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    @Test
    void no_setting_weakens_the_guarantees() {
        Map<String, Object> config = ActivityProducer.config(Map.of("acks", "0", "enable.idempotence", "false"));

        assertThat(config).containsEntry("acks", "all").containsEntry("enable.idempotence", true);
    }

    @Test
    void how_it_packs_may_be_set() {
        assertThat(ActivityProducer.config(Map.of()))
                .containsEntry("compression.type", "lz4")
                .containsEntry("linger.ms", 2);
        assertThat(ActivityProducer.config(Map.of("compression.type", "zstd", "linger.ms", "20")))
                .containsEntry("compression.type", "zstd")
                .containsEntry("linger.ms", "20");
    }

    @Test
    void a_caller_hears_within_ten_seconds_whatever_happens() {
        assertThat(ActivityProducer.ANSWER_WITHIN).isLessThan(ANSWER_WITHIN);
        assertThat(ActivityProducer.config(Map.of()))
                .extractingByKey(ProducerConfig.MAX_BLOCK_MS_CONFIG, InstanceOfAssertFactories.LONG)
                .isLessThan(ActivityProducer.ANSWER_WITHIN.toMillis());
    }
}
