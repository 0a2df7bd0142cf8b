package dev.playhead.query.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/// Puts the next tables in the place of those that are read, so that no read notices.
///
/// First the writers of the live tables are stopped while reads go on: the next tables catch up
/// with something that does not move, and are complete before any read can come to them. Only then
/// are reads stopped too, those that ask how far the tables are before they ask for rows, so that
/// nobody takes the one from the old tables and the other from the new.
final class Switch {
    private static final String LOCK_TIMEOUT = "55P03";
    private static final String DEADLOCK = "40P01";
    private static final Set<String> IN_THE_WAY = Set.of(LOCK_TIMEOUT, DEADLOCK);
    private static final Duration CATCH_UP_WITHIN = Duration.ofSeconds(2);
    private static final long LOOK_EVERY_MS = 5;
    private static final String WRITERS_LEAVE_WITHIN = "2s";

    /// Fresh reads wait for as long as this does.
    private static final String READERS_LEAVE_WITHIN = "300ms";

    private final Connection connection;
    private final Fill fill;
    private final Supplier<Map<TopicPartition, Long>> goal;
    private final Runnable carryOver;

    /// @param connection of the only rebuild there is
    /// @param goal by partition, what the next tables must have reached; asked for when the live
    ///     ones stand still
    /// @param carryOver takes over what the next tables cannot know
    Switch(Connection connection, Fill fill, Supplier<Map<TopicPartition, Long>> goal, Runnable carryOver) {
        this.connection = connection;
        this.fill = fill;
        this.goal = goal;
        this.carryOver = carryOver;
    }

    /// @return whether it is done; where not, everything is as it was, and it may be tried again
    boolean attempt() throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        try {
            return isSwitched();
        } catch (SQLException e) {
            if (IN_THE_WAY.contains(e.getSQLState())) {
                return false;
            }
            throw e;
        } finally {
            // Of what was not committed.
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private boolean isSwitched() throws SQLException, InterruptedException {
        lock("share", WRITERS_LEAVE_WITHIN);
        if (!hasCaughtUp(goal.get())) {
            return false;
        }
        fill.hold();
        boolean done = false;
        try {
            carryOver.run();
            lock("access exclusive", READERS_LEAVE_WITHIN);
            execute("alter schema " + Schemas.LIVE + " rename to " + Schemas.OLD);
            execute("alter schema " + Schemas.NEXT + " rename to " + Schemas.LIVE);
            connection.commit();
            done = true;
        } finally {
            if (done) {
                fill.end();
            } else {
                fill.goOn();
            }
        }
        return true;
    }

    private boolean hasCaughtUp(Map<TopicPartition, Long> offsets) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + CATCH_UP_WITHIN.toNanos();
        while (!fill.hasReached(offsets)) {
            fill.check();
            if (System.nanoTime() - deadlineNanos > 0) {
                return false;
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
        return true;
    }

    private void lock(String mode, String within) throws SQLException {
        execute("set local lock_timeout = '" + within + "'");
        execute("lock table " + Schemas.LIVE + ".projection_offset in " + mode + " mode");
    }

    private void execute(String statement) throws SQLException {
        try (Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }
}
