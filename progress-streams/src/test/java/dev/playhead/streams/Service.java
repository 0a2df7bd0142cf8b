package dev.playhead.streams;

import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.parts.ServiceJar;
import dev.playhead.testing.stack.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The built jar as a process, on a sandbox's broker and registry.
public final class Service implements AutoCloseable {
    public static final int PARTITIONS = 4;

    private static final ServiceJar JAR = ServiceJar.of("progress-streams");
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final int port;
    private final ChildProcess process;

    private Service(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    /// Starts it with its state and log in a directory. Does not wait.
    public static Service start(Sandbox sandbox, Path directory, Map<String, String> settings) {
        int port = FreePorts.next();
        Map<String, String> environment = new HashMap<>(Map.of(
                "SERVER_PORT", Integer.toString(port),
                "SERVER_ADDRESS", "127.0.0.1",
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", sandbox.bootstrapServers(),
                "SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL", sandbox.registryUrl(),
                "SPRING_KAFKA_STREAMS_STATE_DIR", directory.resolve("state").toString(),
                "PLAYHEAD_TOPIC_PREFIX", sandbox.topicPrefix(),
                "PLAYHEAD_TOPIC_PARTITIONS", Integer.toString(PARTITIONS)));
        environment.putAll(settings);
        Command command = Command.of("progress-streams", JAR.command(List.of()), directory.resolve("log"));
        return new Service(port, ChildProcess.start(command.environment(environment)));
    }

    public Service awaitReady() {
        process.awaitReady(READY_WITHIN, () -> status("/actuator/health/readiness") == 200);
        return this;
    }

    public ChildProcess process() {
        return process;
    }

    /// 0 where nobody answers.
    public int status(String path) {
        try {
            return get(path).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    public HttpResponse<String> get(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        process.stop();
    }
}
