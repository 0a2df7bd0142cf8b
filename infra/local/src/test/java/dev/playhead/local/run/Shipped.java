package dev.playhead.local.run;

import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import dev.playhead.testing.tokens.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A service from its jar, on brokers of the test's own and with nothing around it.
record Shipped(int port, int managementPort, ChildProcess process) implements AutoCloseable {
    private static final String SECRET = "a secret for tests of thirty-two bytes or more";
    private static final Tokens TOKENS = new Tokens(SECRET, InstantSource.system());
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final int OK = 200;

    static Shipped ingest(String bootstrapServers, Path directory) {
        int port = FreePorts.next();
        int managementPort = FreePorts.next();
        Map<String, String> settings = Map.of(
                "MANAGEMENT_SERVER_PORT",
                Integer.toString(managementPort),
                "PLAYHEAD_AUTH_SECRET",
                SECRET,
                "PLAYHEAD_UNKNOWN_MATERIALS",
                "accept");
        return start("ingest-api", port, managementPort, bootstrapServers, directory, settings);
    }

    static Shipped streams(String bootstrapServers, Path directory) {
        int port = FreePorts.next();
        Map<String, String> settings = Map.of(
                "SPRING_KAFKA_STREAMS_STATE_DIR", directory.resolve("state").toString());
        return start("progress-streams", port, port, bootstrapServers, directory, settings);
    }

    static String registryUrl() {
        return Stack.shared().registry().confluentUrl();
    }

    Client client(String student) {
        return new Client(URI.create("http://127.0.0.1:" + port), TOKENS.mint(TokenRequest.student(student)));
    }

    void awaitReady() {
        process.awaitReady(READY_WITHIN, this::isReady);
    }

    @Override
    public void close() {
        process.stop();
    }

    private static Shipped start(
            String name,
            int port,
            int managementPort,
            String bootstrapServers,
            Path directory,
            Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
        environment.put("SPRING_KAFKA_PROPERTIES_SCHEMA_REGISTRY_URL", registryUrl());
        environment.put("PLAYHEAD_TOPIC_PARTITIONS", "4");
        Command command =
                Command.of(name, line(name), directory.resolve(name + ".log")).environment(environment);
        return new Shipped(port, managementPort, ChildProcess.start(command));
    }

    private static List<String> line(String name) {
        Path jar = Scripts.ROOT
                .resolve("infra/local/target/platform")
                .resolve(name)
                .resolve(name + ".jar");
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(ChildProcess.QUICK_START);
        line.addAll(List.of("-Xmx320m", "--enable-native-access=ALL-UNNAMED", "-jar", jar.toString()));
        return line;
    }

    private boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
