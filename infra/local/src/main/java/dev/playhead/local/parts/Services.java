package dev.playhead.local.parts;

import static dev.playhead.local.parts.Ports.Listener.INGEST;
import static dev.playhead.local.parts.Ports.Listener.INGEST_MANAGEMENT;
import static dev.playhead.local.parts.Ports.Listener.KAFKA;
import static dev.playhead.local.parts.Ports.Listener.QUERY;
import static dev.playhead.local.parts.Ports.Listener.QUERY_MANAGEMENT;
import static dev.playhead.local.parts.Ports.Listener.STREAMS;

import dev.playhead.testing.parts.Postgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The three services and the settings of each, as environment variables.
record Services(Platform platform) {
    static final String DATABASE = "playhead";

    List<Service> all() {
        return List.of(ingest(), streams(), query());
    }

    private Service ingest() {
        Ports ports = platform.ports();
        return new Service(
                "ingest-api",
                ports.of(INGEST),
                ports.of(INGEST_MANAGEMENT),
                with(Map.of("PLAYHEAD_AUTH_SECRET", platform.secrets().tokens())),
                platform);
    }

    private Service streams() {
        int port = platform.ports().of(STREAMS);
        String state = platform.data().directory("streams").toString();
        return new Service(
                "progress-streams", port, port, with(Map.of("SPRING_KAFKA_STREAMS_STATE_DIR", state)), platform);
    }

    private Service query() {
        Ports ports = platform.ports();
        return new Service(
                "query-api",
                ports.of(QUERY),
                ports.of(QUERY_MANAGEMENT),
                with(Map.of(
                        "PLAYHEAD_AUTH_SECRET", platform.secrets().tokens(),
                        "SPRING_DATASOURCE_URL", platform.databaseUrl(DATABASE),
                        "SPRING_DATASOURCE_USERNAME", Postgres.USER,
                        "SPRING_DATASOURCE_PASSWORD", platform.secrets().database())),
                platform);
    }

    private Map<String, String> with(Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(own);
        settings.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", platform.ports().address(KAFKA));
        settings.put("SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL", platform.registryUrl());
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        return settings;
    }
}
