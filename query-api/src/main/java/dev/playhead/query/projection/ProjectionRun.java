package dev.playhead.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The life of one consumer: poll, fold, write, again. Polling goes on whatever happens to the
/// database, so that the group does not take it for dead.
final class ProjectionRun {
    private static final Logger log = LoggerFactory.getLogger(ProjectionRun.class);

    /// How soon a partition that was just assigned is asked for; records come at once.
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final ProjectionParts parts;
    private final ProjectionState state;
    private final Backoff backoff;
    private final Assignment assignment;
    private final BatchWriter writer;
    private final SetAsideLog setAside;
    private final BrokerWatch brokers;
    private long placeAtMs;
    private boolean isFencedAgain;

    ProjectionRun(Consumer<byte[], byte[]> consumer, ProjectionParts parts, ProjectionState state, Backoff backoff) {
        this.consumer = consumer;
        this.parts = parts;
        this.state = state;
        this.backoff = backoff;
        this.brokers = new BrokerWatch(state.brokerOutage());
        this.assignment = new Assignment(consumer, parts.topic(), parts.store().offsets(), state);
        this.writer = new BatchWriter(parts, assignment);
        this.setAside = new SetAsideLog(parts.topic());
    }

    /// With what partitions the group gives it.
    void begin() {
        consumer.subscribe(List.of(parts.topic()), assignment);
    }

    /// With these, whoever else has them too.
    void begin(Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        assignment.onPartitionsAssigned(partitions);
    }

    Map<TopicPartition, Long> reached() {
        return assignment.reached();
    }

    /// @return how many records it has applied
    int turn() {
        try {
            placeWhenDue();
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            observe();
            if (!records.isEmpty()) {
                apply(records);
            }
            return records.count();
        } catch (OffsetOutOfRangeException e) {
            e.offsetOutOfRangePartitions().forEach(this::outOfRange);
        } catch (FencedException e) {
            parts.metrics().fenced();
            log.warn("{}: starting them again from where the database is", e.getMessage());
            fenced();
        } catch (DataAccessException | TransactionException e) {
            trouble("the database does not answer or refuses a batch: ", e);
        } catch (SerializationException | RetriableException e) {
            trouble("", e);
        }
        return 0;
    }

    private void placeWhenDue() {
        if (assignment.isComplete() || parts.clock().millis() < placeAtMs) {
            return;
        }
        assignment.place();
        if (assignment.isComplete()) {
            goesOn();
        } else {
            placeAtMs = parts.clock().millis() + backoff.next().toMillis();
        }
    }

    private void apply(ConsumerRecords<byte[], byte[]> records) {
        writer.write(records, this::committed);
        isFencedAgain = false;
        goesOn();
        parts.metrics().visible(records);
        records.partitions().forEach(partition -> applied(records.records(partition)));
    }

    private void committed(Batch batch) {
        parts.metrics().committed(batch);
        parts.listener().committed(seen(batch));
        setAside.report(batch.setAside(), parts.clock().millis());
    }

    private void applied(List<ConsumerRecord<byte[], byte[]>> records) {
        state.applied(records.getLast().partition(), records.getLast().timestamp());
    }

    private static Map<Integer, Long> seen(Batch batch) {
        return batch.steps().stream().collect(Collectors.toMap(Step::partition, Step::activitySeen));
    }

    private void observe() {
        long nowMs = parts.clock().millis();
        for (TopicPartition partition : assignment.placed()) {
            consumer.currentLag(partition).ifPresent(lag -> state.observed(partition.partition(), lag, nowMs));
        }
        brokers.look(consumer, nowMs);
    }

    private void outOfRange(TopicPartition partition, long offset) {
        log.error("The projection of {} stands still: its log does not hold offset {}", partition, offset);
        assignment.giveUpOutOfRange(partition, offset);
    }

    private void trouble(String what, RuntimeException cause) {
        state.outage().began(what + Causes.shortly(cause), parts.clock().millis());
        waitAndPlaceAll();
    }

    /// At once: nothing is wrong with the database. Who is refused again, with nothing written in
    /// between, has a rival, and leaves it some time.
    private void fenced() {
        waitAndPlaceAll();
        if (!isFencedAgain) {
            placeAtMs = 0;
        }
        isFencedAgain = true;
    }

    private void waitAndPlaceAll() {
        assignment.giveUp(assignment.placed());
        placeAtMs = parts.clock().millis() + backoff.next().toMillis();
    }

    private void goesOn() {
        backoff.reset();
        state.outage().ended(parts.clock().millis());
    }
}
