package dev.playhead.local.parts;

import static dev.playhead.local.parts.Ports.Listener.KAFKA;
import static dev.playhead.local.parts.Ports.Listener.KAFKA_CONTROLLER;
import static dev.playhead.local.parts.Ports.Listener.POSTGRES;
import static dev.playhead.local.parts.Ports.Listener.REGISTRY;
import static dev.playhead.local.parts.Ports.Listener.REGISTRY_MANAGEMENT;

import dev.playhead.local.data.DataDirectory;
import dev.playhead.local.data.Logs;
import dev.playhead.local.data.Secrets;
import dev.playhead.local.supervise.Part;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.KafkaProcess;
import dev.playhead.testing.parts.KafkaSettings;
import dev.playhead.testing.parts.Postgres;
import dev.playhead.testing.parts.PostgresSettings;
import dev.playhead.testing.parts.Registry;
import dev.playhead.testing.parts.RegistrySettings;
import dev.playhead.testing.parts.RegistryStorage;
import java.nio.file.Path;
import java.util.List;

/// All parts, with their settings, and what each of them needs.
public record Platform(Layout layout, DataDirectory data, Logs logs, Secrets secrets, Ports ports) {
    private static final String BROKER = "kafka";
    private static final String DATABASE = "postgres";
    private static final String SCHEMAS = "registry";
    private static final String SCHEMAS_DATABASE = "registry";
    private static final String DATABASE_DIRECTORY = "postgres";

    /// In the order of their start; what is in one list is stopped together.
    public List<List<Part>> stages() {
        Part broker = new Part(BROKER, ports.address(KAFKA), List.of(), this::kafka);
        Part database = new Part(DATABASE, ports.address(POSTGRES), List.of(), this::postgres);
        Part schemas = new Part(SCHEMAS, ports.url(REGISTRY), List.of(DATABASE), this::registry);
        List<String> all = List.of(BROKER, DATABASE, SCHEMAS);
        List<Part> services = new Services(this)
                .all().stream().map(service -> service.part(all)).toList();
        return List.of(List.of(broker), List.of(database), List.of(schemas), services);
    }

    /// Stops the database that a killed launcher left behind: by its own signal, which the others
    /// would not need.
    public static boolean stopLeftDatabase(DataDirectory data) {
        return Postgres.stopLeftBehind(data.path().resolve(DATABASE_DIRECTORY)).isPresent();
    }

    public String registryUrl() {
        return ports.url(REGISTRY) + "/apis/ccompat/v7";
    }

    public String databaseUrl(String name) {
        return "jdbc:postgresql://" + ports.address(POSTGRES) + "/" + name;
    }

    private ChildProcess kafka() {
        KafkaSettings settings = KafkaSettings.in(data.directory(BROKER), ports.of(KAFKA), ports.of(KAFKA_CONTROLLER))
                .classPath(layout.libraries())
                .log(logs.of(BROKER));
        return KafkaProcess.start(settings).process();
    }

    private ChildProcess postgres() {
        Path directory = data.directory(DATABASE_DIRECTORY);
        PostgresSettings settings = PostgresSettings.kept(directory, ports.of(POSTGRES), secrets.database())
                .binaries(directory.resolve("programs"))
                .log(logs.of(DATABASE));
        Postgres postgres = Postgres.start(settings);
        List.of(Services.DATABASE, SCHEMAS_DATABASE).forEach(postgres::createDatabase);
        return postgres.process();
    }

    private ChildProcess registry() {
        RegistryStorage storage =
                new RegistryStorage.Postgres(databaseUrl(SCHEMAS_DATABASE), Postgres.USER, secrets.database());
        RegistrySettings settings = RegistrySettings.in(
                        data.directory(SCHEMAS), ports.of(REGISTRY), ports.of(REGISTRY_MANAGEMENT))
                .storage(storage)
                .log(logs.of(SCHEMAS));
        return Registry.start(settings).process();
    }
}
