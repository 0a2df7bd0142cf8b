package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.ResetScope;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.topic.Topic;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.student.Attendance;
import dev.playhead.testing.student.Classroom;
import dev.playhead.testing.student.Delivery;
import dev.playhead.testing.student.Library;
import dev.playhead.testing.student.Stamp;
import dev.playhead.testing.student.Student;
import dev.playhead.testing.student.Video;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// A simulated class that watches without a pause: its heartbeats flow, one after the other's
/// acknowledgement, until they are told to stop; now and then one of its students likes something,
/// which comes twice or from two devices, or is reset.
final class Students implements AutoCloseable {
    /// Begins the ids of what is watched by players of which all can be counted by hand.
    static final String COUNTED = "counted-";

    private static final int STUDENTS = 50;
    private static final int VIDEOS = 6;
    private static final int SHORTS = 3;
    private static final Instant START = Instant.parse("2026-09-01T06:00:00Z");
    private static final int HEARTBEATS_A_RESET = 500;
    private static final int HEARTBEATS_AN_INTERACTION = 20;

    private static final List<InteractionKind> KINDS =
            List.of(InteractionKind.LIKE, InteractionKind.UNLIKE, InteractionKind.SHARE);

    private final String topic;
    private final SplittableRandom dice;
    private final Map<String, Stamp> stamps;
    private final List<Video> videos;
    private final List<Video> counted;
    private int classes;
    private final KafkaProducer<String, SpecificRecord> producer;
    private final Thread thread;
    private volatile boolean stopped;

    private Students(Sandbox sandbox, Topic activity, long seed) {
        topic = activity.name();
        dice = new SplittableRandom(seed);
        videos = Library.of(VIDEOS, SHORTS, dice.split());
        counted = Library.of(VIDEOS / 2, SHORTS, dice.split()).stream()
                .map(video -> new Video(COUNTED + video.id(), video.kind(), video.durationMs()))
                .toList();
        stamps = Stream.concat(videos.stream(), counted.stream())
                .collect(Collectors.toMap(Video::id, video -> Stamp.byPosition(video, "course"), (one, same) -> one));
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

    /// One class after the other.
    private void watch() {
        Iterator<Delivery> ofAnyone =
                deliveries(() -> Classroom.of(STUDENTS, dice.split()).watch(videos, START, Duration.ofDays(1)));
        Iterator<Delivery> ofCounted = deliveries(() -> countable().watch(counted, START, Duration.ofDays(1)));
        for (int number = 1; !stopped; number++) {
            Delivery delivery = number % 3 == 0 ? ofCounted.next() : ofAnyone.next();
            Heartbeat heartbeat = stamp(delivery).heartbeat(delivery);
            send(heartbeat.getStudentId(), heartbeat);
            if (number % HEARTBEATS_AN_INTERACTION == 0) {
                ShortInteraction done = interaction(heartbeat);
                send(heartbeat.getStudentId(), done);
                send(heartbeat.getStudentId(), dice.nextBoolean() ? done : onAnotherDevice(done));
            }
            if (number % HEARTBEATS_A_RESET == 0) {
                send(heartbeat.getStudentId(), reset(heartbeat));
            }
        }
    }

    private static Iterator<Delivery> deliveries(Supplier<Attendance> classes) {
        return Stream.generate(classes).flatMap(Attendance::deliveries).iterator();
    }

    /// Each class of others, or they would have more sessions than are remembered.
    private Classroom countable() {
        String prefix = "class-" + ++classes + "-";
        return new Classroom(Classroom.of(STUDENTS, dice.split()).students().stream()
                .map(SimulatedMonth::naming)
                .map(student -> new Student(
                        prefix + student.id(),
                        student.habits(),
                        student.devices(),
                        student.network(),
                        student.beat(),
                        student.seed()))
                .toList());
    }

    private Stamp stamp(Delivery delivery) {
        return stamps.getOrDefault(delivery.report().video(), Stamp.byPosition(videos.getFirst(), "course"));
    }

    private ShortInteraction interaction(Heartbeat heartbeat) {
        return ShortInteraction.newBuilder()
                .setEventId(eventId())
                .setStudentId(heartbeat.getStudentId())
                .setMaterialId(heartbeat.getMaterialId())
                .setKind(KINDS.get(dice.nextInt(KINDS.size())))
                .setOccurredAt(heartbeat.getOccurredAt())
                .setReceivedAt(heartbeat.getReceivedAt())
                .build();
    }

    private ShortInteraction onAnotherDevice(ShortInteraction done) {
        return ShortInteraction.newBuilder(done)
                .setEventId(eventId())
                .setOccurredAt(done.getOccurredAt() + 1)
                .build();
    }

    private String eventId() {
        return new UUID(dice.nextLong(), dice.nextLong()).toString();
    }

    private static ResetProgress reset(Heartbeat heartbeat) {
        return ResetProgress.newBuilder()
                .setEventId(heartbeat.getEventId())
                .setStudentId(heartbeat.getStudentId())
                .setScope(ResetScope.MATERIAL)
                .setMaterialId(heartbeat.getMaterialId())
                .setRequestedBy("root")
                .setOccurredAt(heartbeat.getOccurredAt())
                .setReceivedAt(heartbeat.getReceivedAt())
                .build();
    }

    private void send(String student, SpecificRecord activity) {
        try {
            producer.send(new ProducerRecord<>(topic, student, activity)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
