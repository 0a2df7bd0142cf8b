package dev.playhead.testing.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Long, for all that writes and reads events stands on it too.
@Tag("long")
class RegistryIT {
    private static final String SCHEMA = """
            {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"Seen\\",\\"fields\\":[]}"}""";

    private HttpClient client;

    @BeforeEach
    void open() {
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_registered_schema_is_read_back() throws Exception {
        RegistrySettings settings = RegistrySettings.ephemeral();
        try (Registry registry = Registry.start(settings)) {
            assertThat(get(registry, "/subjects")).isEqualTo("[]");

            register(registry);

            assertThat(get(registry, "/subjects")).isEqualTo("[\"seen-value\"]");
            assertThat(get(registry, "/subjects/seen-value/versions/latest")).contains("Seen");
        }
        assertThat(settings.directory()).doesNotExist();
    }

    @Test
    void in_postgresql_a_schema_outlives_the_registry(@TempDir Path directory) throws Exception {
        try (Postgres postgres = Postgres.start(PostgresSettings.ephemeral())) {
            String url = postgres.createDatabase("registry");
            RegistrySettings settings = RegistrySettings.in(directory, FreePorts.next(), FreePorts.next())
                    .storage(new RegistryStorage.Postgres(url, postgres.user(), postgres.password()));
            String registered;
            try (Registry registry = Registry.start(settings)) {
                registered = register(registry);
                assertThat(Leftover.commandLine(registry.process().pid())).doesNotContain(url);
                registry.process().kill();
            }

            try (Registry again = Registry.start(settings)) {
                assertThat(register(again)).isEqualTo(registered);
            }
        }
    }

    private String register(Registry registry) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(registry.confluentUrl() + "/subjects/seen-value/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(SCHEMA))
                .build();
        return body(request);
    }

    private String get(Registry registry, String path) throws IOException, InterruptedException {
        return body(HttpRequest.newBuilder(URI.create(registry.confluentUrl() + path))
                .build());
    }

    private String body(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
