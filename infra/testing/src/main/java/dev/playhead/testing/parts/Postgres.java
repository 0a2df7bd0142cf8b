package dev.playhead.testing.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// A real PostgreSQL as a process of its own.
public final class Postgres implements AutoCloseable {
    /// Its superuser.
    public static final String USER = "postgres";

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(30);
    private static final String DUPLICATE_DATABASE = "42P04";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final PostgresSettings settings;
    private final ChildProcess process;

    Postgres(PostgresSettings settings, ChildProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /// Makes the data directory where there is none, starts PostgreSQL and waits until it takes
    /// connections. Refuses when one runs on that directory already.
    public static Postgres start(PostgresSettings settings) {
        Directories.create(settings.directory());
        try {
            PostgresCluster cluster = new PostgresCluster(settings, PostgresBinaries.in(settings.binaries()));
            cluster.init();
            return PostgresStart.of(settings, cluster.postgres()).within(READY_WITHIN);
        } catch (IOException e) {
            settings.clear();
            throw new PartFailedException(
                    "Cannot set up PostgreSQL in " + settings.directory() + ": " + e.getMessage(), e);
        } catch (PartFailedException e) {
            settings.clear();
            throw e;
        }
    }

    /// Stops the PostgreSQL that an earlier, killed JVM left running on this directory.
    ///
    /// @return its pid; empty when there was none
    public static OptionalLong stopLeftBehind(Path directory) {
        Path data = directory.toAbsolutePath().resolve("data");
        return new PostmasterFile(data)
                .running()
                .map(left -> OptionalLong.of(Leftover.stop(left, StopSignal.INT, LEAVE_WITHIN)))
                .orElseGet(OptionalLong::empty);
    }

    public int port() {
        return settings.port();
    }

    public String user() {
        return USER;
    }

    public String password() {
        return settings.password();
    }

    /// Without user and password.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, settings.password());
    }

    /// Creates it where it is missing.
    ///
    /// @return its JDBC URL
    public String createDatabase(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name for a database: " + name);
        }
        try (Connection connection = connect(USER);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                throw new PartFailedException("Cannot create the database " + name + ": " + e.getMessage(), e);
            }
        }
        return jdbcUrl(name);
    }

    /// The postmaster's.
    public long pid() {
        return process.pid();
    }

    public ChildProcess process() {
        return process;
    }

    /// Stops it in order: transactions are ended, the disk holds everything, no process is left.
    public void stop() {
        process.stop();
        settings.clear();
    }

    @Override
    public void close() {
        stop();
    }

    // Whether this very one answers: on its port there may be another.
    boolean answers() {
        String url = jdbcUrl(USER) + "?connectTimeout=2&socketTimeout=2";
        try (Connection connection = DriverManager.getConnection(url, USER, settings.password());
                PreparedStatement where = connection.prepareStatement("select current_setting('data_directory')");
                ResultSet answer = where.executeQuery()) {
            return answer.next() && settings.dataDirectory().toString().equals(answer.getString(1));
        } catch (SQLException e) {
            return false;
        }
    }
}
