package dev.playhead.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.streams.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a class of 2,000 does in a month, through a real broker: every figure, of all time and by day,
/// is what a recount of the raw activity by hand gives.
@Tag("long")
class AudienceOfAMonthIT {
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final int STUDENTS = Integer.getInteger("playhead.students", 2_000);
    private static final Duration A_LONG_WHILE = Duration.ofMinutes(15);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);

    private final OnBroker broker = new OnBroker(AudienceOfAMonthIT.class);

    @Test
    void is_what_a_recount_of_the_raw_activity_gives(@TempDir Path directory) {
        System.out.println("-Dplayhead.seed=" + SEED);
        SimulatedMonth month = new SimulatedMonth(STUDENTS, new SplittableRandom(SEED));
        try (Service service = broker.start(directory)) {
            watch(month);
            AudienceByHand byHand = new AudienceByHand();
            month.forEach((student, material, activity) -> byHand.add(material, activity));
            assertThat(byHand.audience()).hasSizeGreaterThan(5);
            System.out.println(
                    byHand.audience().size() + " materials, " + byHand.daily().size() + " days of them");

            await().atMost(A_LONG_WHILE).pollInterval(NOW_AND_THEN).untilAsserted(() -> {
                assertThat(service.process().isAlive()).isTrue();
                assertThat(Audiences.withoutNothing(Committed.latest(broker.sandbox, broker.topics.audience())))
                        .as("-Dplayhead.seed=" + SEED)
                        .isEqualTo(byHand.audience());
                assertThat(Committed.latest(broker.sandbox, broker.topics.audienceDaily()))
                        .as("-Dplayhead.seed=" + SEED)
                        .isEqualTo(byHand.daily());
            });
        }
    }

    private void watch(SimulatedMonth month) {
        try (KafkaProducer<String, SpecificRecord> producer = broker.producer()) {
            long sent = 0;
            for (Iterator<SpecificRecord> each = month.activity().iterator(); each.hasNext(); sent++) {
                SpecificRecord activity = each.next();
                producer.send(broker.activity(student(activity), activity));
            }
            System.out.println(sent + " records of activity");
        }
    }

    private static String student(SpecificRecord activity) {
        return switch (activity) {
            case Heartbeat heartbeat -> heartbeat.getStudentId();
            case ShortInteraction interaction -> interaction.getStudentId();
            case ResetProgress reset -> reset.getStudentId();
            default -> throw new IllegalArgumentException(activity.toString());
        };
    }
}
