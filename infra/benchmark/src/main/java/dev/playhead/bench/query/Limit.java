package dev.playhead.bench.query;

import dev.playhead.bench.stack.Platform;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import dev.playhead.testing.parts.FreePorts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// [BareSelect] as a process of its own, with the virtual machine's settings of the services.
record Limit(ChildProcess process, String url) implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(1);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
    private static final List<String> JVM = List.of("-Xmx320m", "-XX:+UseCompactObjectHeaders");

    static Limit start(Platform platform, Path directory) {
        int port = FreePorts.next();
        List<String> line = ChildProcess.javaCommand(
                JVM, System.getProperty("java.class.path"), BareSelect.class.getName(), List.of());
        ChildProcess process = ChildProcess.start(Command.of("the limit", line, directory.resolve("limit.log"))
                .environment(Map.of(
                        "SERVER_PORT",
                        Integer.toString(port),
                        "SERVER_ADDRESS",
                        "127.0.0.1",
                        "SPRING_THREADS_VIRTUAL_ENABLED",
                        "true",
                        "SPRING_DATASOURCE_URL",
                        platform.databaseUrl(),
                        "SPRING_DATASOURCE_USERNAME",
                        "postgres",
                        "SPRING_DATASOURCE_PASSWORD",
                        platform.databasePassword())));
        process.awaitReady(READY_WITHIN, () -> listens(port));
        return new Limit(process, "http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.close();
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), Math.toIntExact(CONNECT_WITHIN.toMillis()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
