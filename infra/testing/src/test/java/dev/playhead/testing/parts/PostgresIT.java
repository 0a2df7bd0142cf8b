package dev.playhead.testing.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresIT {
    private static final String ACTIVE_SUMS = """
            select count(*) from pg_stat_activity where state = 'active' and query like 'select sum%'""";

    @TempDir
    Path directory;

    private PostgresSettings settings;

    @BeforeEach
    void keptInTheDirectory() {
        settings = PostgresSettings.kept(directory, FreePorts.next(), "s3cret");
    }

    @Test
    void what_was_committed_survives_a_stop_and_a_kill() throws SQLException {
        try (Postgres postgres = Postgres.start(settings)) {
            postgres.createDatabase("progress");
            execute(postgres, "create table positions (seconds int); insert into positions values (125)");
        }
        try (Postgres postgres = Postgres.start(settings)) {
            execute(postgres, "insert into positions values (480)");
            // A connection that stays open keeps a child busy beyond the postmaster's death.
            try (Connection open = postgres.connect("progress")) {
                postgres.process().kill();
                assertThat(open.isClosed()).isFalse();
            }
        }
        try (Postgres postgres = Postgres.start(settings)) {
            assertThat(value(postgres, "select sum(seconds) from positions")).isEqualTo("605");
        }
    }

    @Test
    void kept_data_are_written_through_to_the_disk() throws SQLException {
        try (Postgres postgres = Postgres.start(settings)) {
            postgres.createDatabase("progress");
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(value(postgres, "show " + setting)).as(setting).isEqualTo("on");
            }
            assertThat(value(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        try (Postgres postgres = Postgres.start(settings)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void a_second_one_on_the_same_directory_is_refused_and_one_left_behind_can_be_stopped() {
        Postgres left = Postgres.start(settings);

        assertThatThrownBy(() -> Postgres.start(settings))
                .hasMessageContaining("already runs on " + directory.resolve("data"))
                .hasMessageContaining(Long.toString(left.pid()));

        assertThat(Postgres.stopLeftBehind(directory)).hasValue(left.pid());
        assertThat(left.process().isAlive()).isFalse();
        assertThat(Postgres.stopLeftBehind(directory)).isEmpty();
    }

    @Test
    void the_pid_of_a_killed_one_may_be_another_s_by_now() throws Exception {
        try (Postgres postgres = Postgres.start(settings)) {
            postgres.process().kill();
        }
        Command sleep = Command.of("Another", List.of("sleep", "100"), directory.resolve("another.log"));
        try (ChildProcess another = ChildProcess.start(sleep)) {
            Path data = directory.resolve("data");
            Files.writeString(data.resolve("postmaster.pid"), another.pid() + "\n" + data + "\n");

            assertThat(Postgres.stopLeftBehind(directory)).isEmpty();
            try (Postgres postgres = Postgres.start(settings)) {
                assertThat(postgres.process().isAlive()).isTrue();
            }
            assertThat(another.isAlive()).isTrue();
        }
    }

    @Test
    void a_start_waits_for_the_children_of_a_killed_one() throws Exception {
        try (Postgres postgres = Postgres.start(settings)) {
            postgres.createDatabase("progress");
            // It computes, and so does not notice that its parent has gone.
            Thread busy = Thread.ofVirtual().start(() -> sumUp(postgres, 10_000_000));
            await().until(() -> value(postgres, ACTIVE_SUMS).equals("1"));
            postgres.process().kill();

            try (Postgres again = Postgres.start(settings)) {
                assertThat(again.process().isAlive()).isTrue();
            }
            busy.join();
        }
    }

    @Test
    void an_ephemeral_one_leaves_no_file() {
        PostgresSettings passing = PostgresSettings.ephemeral();
        try (Postgres postgres = Postgres.start(passing)) {
            assertThat(postgres.createDatabase("a")).isEqualTo(postgres.createDatabase("a"));
        }
        assertThat(passing.directory()).doesNotExist();
    }

    @Test
    void an_ephemeral_one_that_cannot_start_leaves_no_file() throws Exception {
        PostgresSettings passing = PostgresSettings.ephemeral();
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", passing.port()));

            assertThatThrownBy(() -> Postgres.start(passing)).hasMessageContaining("could not bind");
        }
        assertThat(passing.directory()).doesNotExist();
    }

    private static void sumUp(Postgres postgres, int numbers) {
        try {
            value(postgres, "select sum(n) from generate_series(1, " + numbers + ") n");
        } catch (SQLException e) {
            assertThat(e.getSQLState())
                    .as("its connection ended with the postmaster")
                    .isNotNull();
        }
    }

    private static void execute(Postgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect("progress");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Postgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect("progress");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }
}
