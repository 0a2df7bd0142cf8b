package dev.playhead.query.projection;

import dev.playhead.query.running.QueryProcess;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.parts.KafkaProcess;
import dev.playhead.testing.parts.KafkaSettings;
import dev.playhead.testing.parts.Postgres;
import dev.playhead.testing.parts.PostgresSettings;
import dev.playhead.testing.stack.Sandbox;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.dao.DataAccessException;

/// A broker, a database and a query-api, each a process that can be killed and is started again.
final class Mortal implements AutoCloseable {
    enum Part {
        BROKER,
        DATABASE,
        SERVICE
    }

    private static final String DATABASE = "playhead";

    private final Path directory;
    private final KafkaSettings kafka;
    private final PostgresSettings postgres;
    private final Map<String, String> settings;
    private KafkaProcess broker;
    private Postgres database;
    private ChildProcess service;

    Mortal(Sandbox sandbox, Path directory) {
        this.directory = directory;
        kafka = KafkaSettings.in(directory.resolve("kafka"), FreePorts.next(), FreePorts.next());
        postgres = PostgresSettings.kept(directory.resolve("postgres"), FreePorts.next(), "secret");
        CompletableFuture<KafkaProcess> starting = CompletableFuture.supplyAsync(() -> KafkaProcess.start(kafka));
        database = Postgres.start(postgres);
        broker = starting.join();
        settings = QueryService.settings(sandbox);
        settings.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        settings.put("spring.datasource.url", database.createDatabase(DATABASE));
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("playhead.projection.threads", "2");
        service = start();
    }

    String bootstrapServers() {
        return broker.bootstrapServers();
    }

    Rows rows() {
        return new Rows(database.jdbcUrl(DATABASE), database.user(), database.password());
    }

    /// Of all partitions together; 0 while the database does not say.
    long seen() {
        try {
            Long seen = rows().jdbc()
                    .queryForObject("select coalesce(sum(activity_seen), 0) from projection_offset", Long.class);
            return seen == null ? 0 : seen;
        } catch (DataAccessException e) {
            return 0;
        }
    }

    void kill(Part part) {
        switch (part) {
            case BROKER -> broker.process().kill();
            case DATABASE -> database.process().kill();
            case SERVICE -> service.kill();
        }
    }

    /// One that was killed.
    void start(Part part) {
        switch (part) {
            case BROKER -> broker = KafkaProcess.start(kafka);
            case DATABASE -> database = Postgres.start(postgres);
            case SERVICE -> service = start();
        }
    }

    /// A service that found its database or its broker away has ended, and is started again as any
    /// supervisor does.
    Mortal revived() {
        if (!service.isAlive()) {
            service = start();
        }
        return this;
    }

    /// While the service runs, which is then started again.
    void dropDatabase() throws SQLException {
        try (Connection connection = database.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database " + DATABASE + " with (force)");
        }
        database.createDatabase(DATABASE);
        service.kill();
        service = start();
    }

    @Override
    public void close() {
        service.kill();
        database.close();
        broker.close();
    }

    private ChildProcess start() {
        return QueryProcess.start(settings, directory);
    }
}
