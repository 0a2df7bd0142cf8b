package dev.playhead.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Projects some partitions in no group: for tables that are not read yet. Used by one thread, and
/// looked at by others.
public final class Filling implements AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final ProjectionState state;
    private final ProjectionRun run;
    private final AtomicLong records = new AtomicLong();
    private volatile Map<TopicPartition, Long> reached = Map.of();

    Filling(Consumer<byte[], byte[]> consumer, ProjectionState state, ProjectionRun run) {
        this.consumer = consumer;
        this.state = state;
        this.run = run;
    }

    Filling begin(Collection<TopicPartition> partitions) {
        run.begin(partitions);
        return this;
    }

    /// Applies what there is now; waits for a moment where there is nothing.
    public void turn() {
        records.addAndGet(run.turn());
        reached = Map.copyOf(run.reached());
    }

    /// By partition, the offset before which everything is in the tables.
    public Map<TopicPartition, Long> reached() {
        return reached;
    }

    public long records() {
        return records.get();
    }

    /// What does not answer now.
    public List<String> outages() {
        return state.outages();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
    }
}
