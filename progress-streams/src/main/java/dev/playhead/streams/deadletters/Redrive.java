package dev.playhead.streams.deadletters;

import dev.playhead.schemas.topic.Topics;
import dev.playhead.streams.deadletters.Request.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Puts dead letters back to where they came from, each once, however often and wherever this is
/// run. A transaction holds some of them together with the note that says which; a later redrive
/// first ends what an earlier one has left open, and fences it, and only then reads the notes.
final class Redrive implements AutoCloseable {
    /// A redrive that was killed leaves its transaction open, and holds up whoever reads behind it,
    /// for so long at most: as long as a killed service does.
    private static final int TRANSACTION_TIMEOUT_MS = 10_000;

    private static final int ANSWER_WITHIN_MS = 10_000;
    private static final int BEGIN_WITHIN_MS = 30_000;

    /// What is sure to be written within that time.
    private static final int LETTERS_IN_A_TRANSACTION = 100;
    private static final long BYTES_IN_A_TRANSACTION = 8L * 1024 * 1024;

    private final DeadLetterTopic topic;
    private final String name;
    private final Producer<byte[], byte[]> producer;
    private final Map<String, Integer> partitions = new HashMap<>();
    private final List<Long> putBack = new ArrayList<>();
    private final List<Letter> pending = new ArrayList<>();
    private long pendingBytes;

    /// From here on no other redrive commits anything.
    Redrive(Connection connection, DeadLetterTopic topic) {
        this.topic = topic;
        this.name = connection.topic();
        this.producer = new KafkaProducer<>(settings(connection), new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    static String transactionalId(Connection connection) {
        return connection.prefix() + "dead-letters-redrive";
    }

    /// The numbers of those that were put back.
    ///
    /// @throws RefusedException and puts nothing back, where a number is not that of a dead letter
    List<Long> run(Selection selection) {
        Redriven redriven = new Redriven();
        Set<Long> unknown = new TreeSet<>(selection.numbers());
        topic.read(record -> {
            redriven.read(record);
            Letter.of(record).ifPresent(letter -> unknown.remove(letter.number()));
        });
        if (!unknown.isEmpty()) {
            throw new RefusedException(
                    ExitStatus.UNKNOWN_NUMBER, "There is no dead letter of number " + Text.numbers(unknown) + ".");
        }
        topic.read(record -> Letter.of(record)
                .filter(letter -> selection.has(letter) && !redriven.has(letter))
                .ifPresent(this::add));
        commit();
        return putBack;
    }

    @Override
    public void close() {
        producer.close();
    }

    private void add(Letter letter) {
        if (letter.story().partition()
                >= partitions.computeIfAbsent(letter.story().topic(), topic::partitionsOf)) {
            throw new RefusedException(
                    ExitStatus.NOT_POSSIBLE,
                    "Number " + letter.number() + " came from " + letter.from() + ", and there is no such partition."
                            + " " + putBack.size() + " were put back before.");
        }
        pending.add(letter);
        pendingBytes += bytes(letter.record());
        if (pending.size() == LETTERS_IN_A_TRANSACTION || pendingBytes >= BYTES_IN_A_TRANSACTION) {
            commit();
        }
    }

    private void commit() {
        if (pending.isEmpty()) {
            return;
        }
        List<Long> numbers = pending.stream().map(Letter::number).toList();
        producer.beginTransaction();
        pending.forEach(letter -> producer.send(PutBack.of(letter)));
        producer.send(Redriven.note(name, numbers));
        // Fails where a record was not written, too.
        producer.commitTransaction();
        putBack.addAll(numbers);
        pending.clear();
        pendingBytes = 0;
    }

    private static long bytes(ConsumerRecord<?, ?> record) {
        return Math.max(0, record.serializedKeySize()) + (long) Math.max(0, record.serializedValueSize());
    }

    private static Map<String, Object> settings(Connection connection) {
        Map<String, Object> settings = new HashMap<>(connection.clients());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId(connection));
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.DEAD_LETTER_BYTES_MAX);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS / 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BEGIN_WITHIN_MS);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        return settings;
    }
}
