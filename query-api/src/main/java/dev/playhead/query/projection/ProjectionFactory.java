package dev.playhead.query.projection;

import dev.playhead.query.record.EventValues;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/// Puts a projection together.
///
/// @param consumers makes one that reads committed records as bytes and has no offset to fall back
///     to; for a projection that shares its work it is in the projection's group
public record ProjectionFactory(
        String topic,
        Supplier<Consumer<byte[], byte[]>> consumers,
        EventValues values,
        JdbcTemplate jdbc,
        TransactionOperations transactions,
        MeterRegistry meters,
        InstantSource clock,
        RandomGenerator random) {

    public Projection projection(int threads, CommitListener listener) {
        ProjectionParts parts = parts(listener);
        List<ProjectionLoop> loops = Stream.generate(
                        () -> new ProjectionLoop(consumers, parts, new ProjectionState(), new Backoff(random)))
                .limit(threads)
                .toList();
        Projection projection = new Projection(loops, parts);
        projection.measureBy(meters);
        return projection;
    }

    /// Of these partitions alone, whoever else projects them elsewhere.
    public Filling filling(Collection<TopicPartition> partitions) {
        Consumer<byte[], byte[]> consumer = consumers.get();
        ProjectionState state = new ProjectionState();
        ProjectionRun run = new ProjectionRun(consumer, parts(activitySeen -> {}), state, new Backoff(random));
        return new Filling(consumer, state, run).begin(partitions);
    }

    private ProjectionParts parts(CommitListener listener) {
        return new ProjectionParts(
                topic,
                new ProgressReader(values),
                new ProjectionStore(jdbc, transactions, topic),
                new ProjectionMetrics(meters, clock),
                listener,
                clock);
    }
}
