package dev.playhead.bench.topology;

import dev.playhead.bench.topology.Share.Turns;
import dev.playhead.schemas.id.ActivityPlace;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// For each heartbeat what ours gets from and puts into its stores, and what ours says, of the same
/// bytes. Nothing is read of the heartbeat but whose it is.
final class StoreWork implements Processor<byte[], byte[], byte[], byte[]> {
    private static final byte ZERO = 0;
    private static final byte SLASH = '/';
    private static final byte[] COURSE = "bench".getBytes(StandardCharsets.UTF_8);
    private static final byte[] COURSE_ITEM = "course:bench".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DAY = "2026-11-21".getBytes(StandardCharsets.UTF_8);

    private final Traffic traffic;
    private final Turns changes;
    private final Turns courseStates;
    private final Turns courses;
    private final Turns completions;
    private final Turns told;
    private @Nullable Open open;

    StoreWork(Traffic traffic) {
        this.traffic = traffic;
        changes = traffic.watchStates().turns();
        courseStates = traffic.courseStates().turns();
        courses = traffic.courses().turns();
        completions = traffic.completions().turns();
        told = traffic.audiences().told().turns();
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        open = new Open(
                context,
                context.getStateStore(StoreLimit.WATCH_STATES),
                context.getStateStore(StoreLimit.COURSE_STATES),
                context.getStateStore(StoreLimit.AUDIENCE_PARTS));
    }

    @Override
    public void process(Record<byte[], byte[]> heartbeat) {
        if (open == null) {
            throw new IllegalStateException("Not initialised");
        }
        byte[] student = heartbeat.key();
        byte[] material = HeartbeatBytes.material(heartbeat.value());
        Bytes key = Bytes.wrap(joined(student, ZERO, material));
        open.watchStates().get(key);
        if (changes.next()) {
            open.watchStates().put(key, bytes(heartbeat, traffic.watchStates()));
            // Without a get: ours keeps what it sums.
            open.audienceParts()
                    .put(
                            Bytes.wrap(material),
                            bytes(heartbeat, traffic.audiences().totals()));
            open.audienceParts()
                    .put(
                            Bytes.wrap(joined(material, SLASH, DAY)),
                            bytes(heartbeat, traffic.audiences().days()));
        }
        open.say(heartbeat, joined(student, SLASH, material), traffic.progress(), StoreLimit.PROGRESS);
        if (courseStates.next()) {
            // Without a get as well.
            open.courseStates()
                    .put(Bytes.wrap(joined(student, ZERO, COURSE)), bytes(heartbeat, traffic.courseStates()));
        }
        if (courses.next()) {
            open.say(heartbeat, joined(student, SLASH, COURSE_ITEM), traffic.courses(), StoreLimit.PROGRESS);
        }
        if (completions.next()) {
            open.say(heartbeat, student, traffic.completions(), StoreLimit.COMPLETIONS);
        }
        if (told.next()) {
            open.tell(heartbeat, material, traffic.audiences().told());
        }
    }

    /// As many as ours writes there, and no others than came.
    static byte[] bytes(Record<byte[], byte[]> heartbeat, Share share) {
        return Arrays.copyOf(heartbeat.value(), share.bytes());
    }

    static byte[] joined(byte[] one, byte separator, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + 1 + other.length);
        joined[one.length] = separator;
        System.arraycopy(other, 0, joined, one.length + 1, other.length);
        return joined;
    }

    private record Open(
            ProcessorContext<byte[], byte[]> context,
            KeyValueStore<Bytes, byte[]> watchStates,
            KeyValueStore<Bytes, byte[]> courseStates,
            KeyValueStore<Bytes, byte[]> audienceParts) {

        void tell(Record<byte[], byte[]> heartbeat, byte[] material, Share share) {
            context.forward(
                    new Record<>(material, bytes(heartbeat, share), heartbeat.timestamp()), StoreLimit.PARTS_TOLD);
        }

        void say(Record<byte[], byte[]> heartbeat, byte[] key, Share share, String sink) {
            RecordMetadata from = context.recordMetadata().orElseThrow();
            RecordHeaders headers = new RecordHeaders();
            new ActivityPlace(from.partition(), from.offset()).writeTo(headers);
            context.forward(new Record<>(key, bytes(heartbeat, share), heartbeat.timestamp(), headers), sink);
        }
    }
}
