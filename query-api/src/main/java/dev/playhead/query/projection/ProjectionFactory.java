package dev.playhead.query.projection;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/// Puts projections together.
///
/// @param topics all that are projected into these tables
public record ProjectionFactory(
        List<ProjectedTopic> topics,
        JdbcTemplate jdbc,
        TransactionOperations transactions,
        MeterRegistry meters,
        InstantSource clock,
        RandomGenerator random) {

    /// @param listener told of the activities that came into the rows
    public Projection projection(CommitListener listener) {
        List<ProjectionLoop> loops =
                topics.stream().flatMap(topic -> loops(topic, listener)).toList();
        Projection projection = new Projection(loops, clock);
        projection.measureBy(meters);
        return projection;
    }

    /// Of these partitions of a topic alone, whoever else projects them elsewhere.
    public Filling filling(ProjectedTopic topic, Collection<TopicPartition> partitions) {
        Consumer<byte[], byte[]> consumer = topic.consumers().get();
        ProjectionState state = new ProjectionState();
        ProjectionRun run = new ProjectionRun(consumer, parts(topic, activitySeen -> {}), state, new Backoff(random));
        return new Filling(consumer, state, run).begin(partitions);
    }

    private Stream<ProjectionLoop> loops(ProjectedTopic topic, CommitListener listener) {
        ProjectionParts parts = parts(topic, listener);
        return Stream.generate(() -> new ProjectionLoop(
                        topic.name(), topic.consumers(), parts, new ProjectionState(), new Backoff(random)))
                .limit(topic.threads());
    }

    private ProjectionParts parts(ProjectedTopic topic, CommitListener listener) {
        String name = topic.topic().name();
        return new ProjectionParts(
                name,
                topic.reader(),
                new ProjectionStore(jdbc, transactions, name, topic.rows().apply(jdbc)),
                new ProjectionMetrics(topic.name(), meters, clock),
                listener,
                clock);
    }
}
