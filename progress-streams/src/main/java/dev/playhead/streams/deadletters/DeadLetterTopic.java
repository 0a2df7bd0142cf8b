package dev.playhead.streams.deadletters;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// The topic of dead letters, read from its beginning as often as asked. It has one partition.
final class DeadLetterTopic implements AutoCloseable {
    private static final int ANSWER_WITHIN_MS = 10_000;
    private static final Duration POLL = Duration.ofMillis(200);

    /// Longer than a transaction of ours or of the service's can be left open.
    private static final Duration NOTHING_NEW_WITHIN = Duration.ofSeconds(30);

    private final Connection connection;
    private final TopicPartition partition;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private DeadLetterTopic(Connection connection) {
        this.connection = connection;
        this.partition = new TopicPartition(connection.topic(), 0);
        Map<String, Object> settings = new HashMap<>(connection.clients());
        settings.put("default.api.timeout.ms", ANSWER_WITHIN_MS);
        settings.put("request.timeout.ms", ANSWER_WITHIN_MS / 2);
        admin = Admin.create(settings);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
    }

    /// @throws RefusedException where the broker is away or the topic missing
    static DeadLetterTopic open(Connection connection) {
        DeadLetterTopic topic = new DeadLetterTopic(connection);
        try {
            if (topic.partitionsOf(connection.topic()) == 0) {
                throw new RefusedException(
                        ExitStatus.NOT_POSSIBLE,
                        "There is no topic " + connection.topic() + " at " + connection.brokers()
                                + ". It is there once progress-streams has run; --prefix names other topics.");
            }
            return topic;
        } catch (RuntimeException e) {
            topic.close();
            throw e;
        }
    }

    /// All that is there now, from the first on.
    void read(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.seekToBeginning(List.of(partition));
        readUpTo(end(), reader);
    }

    /// The one of that number, where it is a dead letter.
    Optional<Letter> letter(long number) {
        AtomicReference<Optional<Letter>> found = new AtomicReference<>(Optional.empty());
        if (number < end()) {
            consumer.seek(partition, number);
            readUpTo(number + 1, record -> found.set(Letter.of(record)));
        }
        return found.get();
    }

    /// 0 where there is no such topic.
    int partitionsOf(String topic) {
        try {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .mapToInt(description -> description.partitions().size())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw failure(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ZERO);
    }

    /// Of what was written, committed or not: a note may stand behind a transaction that is still
    /// open, and whoever stopped before it would put back twice what it names.
    private long end() {
        try {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void readUpTo(long end, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        long movedAtNanos = System.nanoTime();
        long position = consumer.position(partition);
        while (position < end) {
            consumer.poll(POLL).forEach(record -> {
                if (record.offset() < end) {
                    reader.accept(record);
                }
            });
            long moved = consumer.position(partition);
            if (moved > position) {
                movedAtNanos = System.nanoTime();
                position = moved;
            } else if (System.nanoTime() - movedAtNanos > NOTHING_NEW_WITHIN.toNanos()) {
                throw new RefusedException(
                        ExitStatus.NOT_POSSIBLE,
                        "Nothing more came of " + partition + " from offset " + position + " on within "
                                + NOTHING_NEW_WITHIN.toSeconds()
                                + " s: its broker is away, or a transaction is still open. Try again in a moment.");
            }
        }
    }

    private RuntimeException failure(ExecutionException failed) {
        if (failed.getCause() instanceof TimeoutException) {
            return new RefusedException(
                    ExitStatus.NOT_POSSIBLE, "No broker answers at " + connection.brokers() + ".", failed);
        }
        return failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
    }
}
