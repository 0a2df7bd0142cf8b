package dev.playhead.testing.parts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/// Apicurio as a process: a schema registry that speaks Confluent's API.
public final class Registry implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration PROBE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final RegistrySettings settings;
    private final ChildProcess process;

    private Registry(RegistrySettings settings, ChildProcess process) {
        this.settings = settings;
        this.process = process;
    }

    public static Registry start(RegistrySettings settings) {
        Directories.create(settings.directory());
        Registry registry = new Registry(settings, ChildProcess.start(command(settings)));
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PROBE).build()) {
            registry.process.awaitReady(READY_WITHIN, () -> registry.answers(client));
            return registry;
        } catch (PartFailedException e) {
            registry.close();
            throw e;
        }
    }

    /// What `schema.registry.url` takes.
    public String confluentUrl() {
        return "http://127.0.0.1:" + settings.port() + "/apis/ccompat/v7";
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.stop();
        if (settings.keeping() == Keeping.EPHEMERAL) {
            Directories.delete(settings.directory());
        }
    }

    private static Command command(RegistrySettings settings) {
        List<String> line = ChildProcess.javaCommand(
                List.of(
                        "-Xmx" + settings.heap(),
                        "-XX:+ExitOnOutOfMemoryError",
                        // Its threads clear their thread-locals, which Java no longer lets them do unasked.
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        // Its temporary files go where it works, not into everyone's /tmp.
                        "-Djava.io.tmpdir=" + settings.directory().toAbsolutePath(),
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + settings.port(),
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=" + settings.managementPort(),
                        "-Dquarkus.log.level=WARN",
                        "-Dquarkus.log.console.enable=true",
                        "-Dquarkus.banner.enabled=false"),
                settings.home().resolve("quarkus-run.jar").toAbsolutePath().toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                List.of());
        return Command.of("The schema registry", line, settings.log())
                .in(settings.directory())
                .environment(settings.storage().environment());
    }

    private boolean answers(HttpClient client) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(confluentUrl() + "/subjects"))
                .timeout(PROBE)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
