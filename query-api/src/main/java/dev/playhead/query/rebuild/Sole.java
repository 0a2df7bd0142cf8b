package dev.playhead.query.rebuild;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// The connection of the one rebuild that may run in a database. Its lock is the session's: whoever
/// is killed, or loses the connection, has lost it. The switch is made on this very connection, so
/// that nobody switches who is not the one.
final class Sole implements AutoCloseable {
    /// Any number, as long as nobody else takes it: "playhead" in bytes.
    static final long LOCK = 0x706c617968656164L;

    private static final int ANSWERS_WITHIN_S = 5;

    private final Connection connection;

    private Sole(Connection connection) {
        this.connection = connection;
    }

    /// @throws CannotRebuildException where another one runs
    static Sole of(DataSource source) throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement();
                ResultSet locked = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            if (locked.next() && locked.getBoolean(1)) {
                return new Sole(connection);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        connection.close();
        throw new CannotRebuildException(
                ExitStatus.RUNS_ALREADY, "Another rebuild of this database is running: let it end, or end it.");
    }

    Connection connection() {
        return connection;
    }

    /// @throws CannotRebuildException where the connection, and with it the lock, is gone
    void check() throws SQLException {
        if (!connection.isValid(ANSWERS_WITHIN_S)) {
            throw new CannotRebuildException(
                    ExitStatus.NOT_POSSIBLE, "The connection to the database was lost. Start the rebuild again.");
        }
    }

    /// A pooled connection would keep the lock.
    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
        } finally {
            connection.close();
        }
    }
}
