package dev.playhead.ingest.activity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.testing.sample.Heartbeats;
import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.problem.ProblemType;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ActivityLogTest {
    @Test
    void a_log_that_is_closed_is_unavailable_as_one_that_is_away() {
        Producer<String, SpecificRecord> producer =
                ActivityProducer.create(Map.of("bootstrap.servers", "127.0.0.1:1"), (topic, event) -> new byte[0]);
        ActivityLog log = new ActivityLog(producer, "activity", 1_000_000);
        log.close();
        Heartbeat heartbeat = Heartbeats.heartbeat().build();

        assertThatThrownBy(() -> log.append("ana", heartbeat, 1))
                .asInstanceOf(InstanceOfAssertFactories.throwable(ProblemException.class))
                .extracting(e -> e.problem().type())
                .isEqualTo(ProblemType.UNAVAILABLE);
    }
}
