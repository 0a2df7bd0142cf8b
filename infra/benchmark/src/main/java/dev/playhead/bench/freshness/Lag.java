package dev.playhead.bench.freshness;

import dev.playhead.bench.stack.Stack;
import dev.playhead.testing.parts.PartFailedException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// How far the rows, and the streams before them, are behind the log of activity.
final class Lag implements AutoCloseable {
    private static final String ACTIVITY = "playhead.activity";
    private static final String STREAMS = "playhead.progress-streams";
    private static final Duration POLL = Duration.ofMillis(100);

    private static final String SEEN =
            "select coalesce(sum(activity_seen), 0) from projection_offset where topic = 'playhead.progress'";

    private static final String SET_ASIDE =
            "select (select count(*) from dead_letter) + (select count(*) from set_aside)";

    private final Admin admin;
    private final Connection database;
    private final List<TopicPartition> partitions;

    private Lag(Admin admin, Connection database, List<TopicPartition> partitions) {
        this.admin = admin;
        this.database = database;
        this.partitions = partitions;
    }

    static Lag of(Stack stack) throws Exception {
        Admin admin = Admin.create(Map.of("bootstrap.servers", stack.brokers()));
        List<TopicPartition> partitions =
                admin.describeTopics(List.of(ACTIVITY)).allTopicNames().get().values().stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .map(partition -> new TopicPartition(ACTIVITY, partition.partition()))
                        .toList();
        Connection database = DriverManager.getConnection(stack.databaseUrl(), "postgres", stack.databasePassword());
        return new Lag(admin, database, partitions);
    }

    /// @param written records of activity
    /// @param folded of which the streams have committed
    /// @param seen of which the rows hold the effect
    record Reach(long written, long folded, long seen) {
        long behind() {
            return written - seen;
        }
    }

    /// Read from its end on, so that nothing appears to be seen before it was written.
    Reach now() throws Exception {
        long seen = seen();
        long folded = admin.listConsumerGroupOffsets(STREAMS).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(each -> each.getKey().topic().equals(ACTIVITY) && each.getValue() != null)
                .mapToLong(each -> each.getValue().offset())
                .sum();
        return new Reach(written(), folded, seen);
    }

    /// Until the rows hold all that was written.
    void awaitNone(Duration bound) throws Exception {
        long deadlineNanos = System.nanoTime() + bound.toNanos();
        while (written() > seen()) {
            if (System.nanoTime() > deadlineNanos) {
                throw new PartFailedException(
                        "What was written was not seen within %d s: %s".formatted(bound.toSeconds(), now()));
            }
            Thread.sleep(POLL);
        }
    }

    @Override
    public void close() throws SQLException {
        admin.close();
        database.close();
    }

    private long written() throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(
                        partitions.stream().collect(Collectors.toMap(Function.identity(), at -> OffsetSpec.latest())))
                .all()
                .get()
                .values()
                .stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    /// What could not be folded, or not be projected.
    long setAside() throws SQLException {
        return number(SET_ASIDE);
    }

    private long seen() throws SQLException {
        return number(SEEN);
    }

    private long number(String query) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
