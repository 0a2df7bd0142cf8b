package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.local.parts.Ports;
import dev.playhead.testing.parts.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A platform that `infra/up` runs, on ports of its own.
final class RunningPlatform implements AutoCloseable {
    private static final Duration UP_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(90);

    private final Path data;
    private final int offset;
    private final Script script;

    private RunningPlatform(Path data, int offset, Script script) {
        this.data = data;
        this.offset = offset;
        this.script = script;
    }

    /// Begins to start it.
    static RunningPlatform launch(Path data, int offset, String... options) {
        List<String> line = new ArrayList<>(
                List.of(Scripts.UP, "--data", data.toString(), "--port-offset", Integer.toString(offset)));
        line.addAll(Arrays.asList(options));
        return new RunningPlatform(data, offset, Script.start(line, Map.of()));
    }

    /// Starts it.
    static RunningPlatform up(Path data, int offset, String... options) {
        RunningPlatform platform = launch(data, offset, options);
        platform.awaitSaid("Playhead is up");
        return platform;
    }

    /// A number by which all ports are free. Below where Linux takes ports for outgoing connections.
    static int freeOffset() {
        int first = Math.floorMod(FreePorts.next(), 1_000);
        return Ports.firstFree(7_000 + first).offset();
    }

    /// Waits for a line of its output that begins so.
    void awaitSaid(String line) {
        await().atMost(UP_WITHIN)
                .pollInterval(Duration.ofMillis(100))
                .failFast(() -> assertThat(script.process().isAlive())
                        .as(script.output())
                        .isTrue())
                .until(() ->
                        script.output().lines().anyMatch(said -> said.strip().startsWith(line)));
    }

    Path data() {
        return data;
    }

    int offset() {
        return offset;
    }

    String output() {
        return script.output();
    }

    URI frontDoor() {
        return URI.create("http://127.0.0.1:" + (8080 + offset));
    }

    Client client(String sub, String role) {
        return new Client(frontDoor(), token(sub, role));
    }

    String token(String sub, String role) {
        Script token = Script.run(Scripts.TOKEN, "--sub", sub, "--roles", role, "--data", data.toString());
        assertThat(token.status()).as(token.output()).isZero();
        return token.output().strip();
    }

    Topics topics() {
        return new Topics("127.0.0.1:" + (9092 + offset), "http://127.0.0.1:" + (8085 + offset) + "/apis/ccompat/v7");
    }

    /// What all services say of themselves.
    String metrics() throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (int port : List.of(8091, 8092, 8083)) {
            URI address = URI.create("http://127.0.0.1:" + (port + offset) + "/actuator/prometheus");
            all.append(Client.text(address));
        }
        return all.toString();
    }

    long pid(String part) {
        try {
            return Long.parseLong(
                    Files.readString(data.resolve("run").resolve(part + ".pid")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isUp(String part, long otherThan) {
        Path file = data.resolve("run").resolve(part + ".pid");
        return Files.exists(file) && pid(part) != otherThan;
    }

    /// The launcher and all it has started, with what those have started.
    List<ProcessHandle> processes() {
        ProcessHandle launcher = script.handle();
        return Stream.concat(Stream.of(launcher), launcher.descendants()).toList();
    }

    /// @return its exit status
    int stop(String signal) {
        script.signal(signal);
        return script.awaitExit(STOPPED_WITHIN);
    }

    void kill() {
        script.process().kill();
    }

    @Override
    public void close() {
        if (script.process().isAlive()) {
            int unused = stop("TERM");
        }
    }
}
