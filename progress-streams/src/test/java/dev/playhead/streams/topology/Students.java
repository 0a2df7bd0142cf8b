package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.testing.stack.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// Students who watch without a pause: heartbeats flow, one after the other's acknowledgement,
/// until they are told to stop.
final class Students implements AutoCloseable {
    private static final int STUDENTS = 50;
    private static final int VIDEOS = 6;
    private static final int SECONDS = 600;

    /// Their clock goes as fast as they watch, and ends before now, since a broker takes no record
    /// from the future. It is not long ago: the marks of transactions bear the time of the day, and
    /// a broker closes a segment, and compacts it, that spans a week.
    private final Instant begin = Instant.now().minus(Duration.ofHours(1));

    private final String topic;
    private final Random random;
    private final KafkaProducer<String, SpecificRecord> producer;
    private final Thread thread;
    private volatile boolean stopped;

    private Students(Sandbox sandbox, Topic activity, long seed) {
        topic = activity.name();
        random = new Random(seed);
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, sandbox.bootstrapServers()),
                new StringSerializer(),
                TestTopology.values(activity, sandbox.registryUrl()).serializer());
        thread = Thread.ofPlatform().name("students").unstarted(this::watch);
    }

    static Students watching(Sandbox sandbox, Topic activity, long seed) {
        Students students = new Students(sandbox, activity, seed);
        students.thread.start();
        return students;
    }

    /// Waits until the last heartbeat is acknowledged.
    void stop() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        producer.close();
    }

    private void watch() {
        for (int number = 0; !stopped; number++) {
            send(next(number));
        }
    }

    private Heartbeat next(int number) {
        int student = random.nextInt(STUDENTS);
        return heartbeat()
                .student("student" + student)
                .video("video" + random.nextInt(VIDEOS))
                .session("s" + student, number)
                .position(random.nextInt(SECONDS))
                .occurredAt(begin.plusMillis(number))
                .build();
    }

    private void send(Heartbeat heartbeat) {
        try {
            producer.send(new ProducerRecord<>(
                            topic, null, heartbeat.getReceivedAt(), heartbeat.getStudentId(), heartbeat))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
