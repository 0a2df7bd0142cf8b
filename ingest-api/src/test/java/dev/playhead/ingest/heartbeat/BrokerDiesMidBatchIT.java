package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.ingest.Answer;
import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.Calls;
import dev.playhead.ingest.Log;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.parts.KafkaProcess;
import dev.playhead.testing.parts.KafkaSettings;
import dev.playhead.testing.tokens.TokenRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A broker of its own, killed while a player brings one batch after the other.
class BrokerDiesMidBatchIT {
    private static final int MANY = 5_000;
    private static final int BATCHES_MAX = 100;
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final Instant BEGAN = Instant.now().minus(Duration.ofDays(20));

    @Test
    void what_was_accepted_is_in_the_log_and_what_was_not_is_when_it_is_sent_again(@TempDir Path directory)
            throws Exception {
        KafkaSettings settings = KafkaSettings.in(directory, FreePorts.next(), FreePorts.next());
        KafkaProcess broker = KafkaProcess.start(settings);
        try (RunningIngest ingest = RunningIngest.start(broker.bootstrapServers(), "playhead.")) {
            ingest.as(TokenRequest.admin("root"))
                    .putCourse("c", Bodies.course("C", "v"))
                    .isAccepted();
            Calls ana = ingest.as(TokenRequest.student("ana"));

            int broken = untilOneBreaks(ana, broker);
            broker = KafkaProcess.start(settings);
            await().atMost(WITHIN).until(() -> ana.heartbeats(batch(broken)).status() == 202);

            assertThat(positionsFirstSeen(broker))
                    .containsExactlyElementsOf(
                            IntStream.range(0, (broken + 1) * MANY).boxed().toList());
        } finally {
            broker.close();
        }
    }

    /// Kills the broker while one is under way.
    ///
    /// @return which batch was answered with a 503; all before it were accepted
    private static int untilOneBreaks(Calls student, KafkaProcess broker) throws Exception {
        AtomicInteger accepted = new AtomicInteger();
        try (ExecutorService player = Executors.newSingleThreadExecutor()) {
            Future<Answer> broken = player.submit(() -> {
                while (accepted.get() < BATCHES_MAX) {
                    Answer answer = student.heartbeats(batch(accepted.get()));
                    if (answer.status() != 202) {
                        return answer;
                    }
                    accepted.incrementAndGet();
                }
                throw new IllegalStateException("The broker outlived them");
            });
            await().atMost(WITHIN).until(() -> accepted.get() >= 2);
            broker.process().kill();
            broken.get().isProblem(503);
            return accepted.get();
        }
    }

    /// Of a student who watches a position each second.
    private static String batch(int number) {
        return IntStream.range(number * MANY, (number + 1) * MANY)
                .mapToObj(second ->
                        "{\"video_id\":\"v\",\"watch_time\":%d,\"total_duration\":600,\"sequence\":%d,\"occurred_at\":\"%s\"}"
                                .formatted(second % 600, second, BEGAN.plusSeconds(second)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /// By the number that the player gave each.
    private static List<Integer> positionsFirstSeen(KafkaProcess broker) {
        return new Log(broker.bootstrapServers(), "playhead.activity")
                .records().stream()
                        .map(record -> (Heartbeat) record.value())
                        .map(heartbeat -> Math.toIntExact(heartbeat.getSequence()))
                        .distinct()
                        .toList();
    }
}
