package dev.playhead.bench.stack;

import dev.playhead.bench.turn.Ground;
import dev.playhead.local.parts.ServiceJvm;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import dev.playhead.testing.parts.FreePorts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A program of the bench as a process of its own, with the virtual machine's settings of the services.
///
/// @param url where it listens, once it is begun by [#served]
public record LimitProcess(ChildProcess process, String url) implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(1);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);

    /// A Spring Boot application that listens on a free port, behind a server like that of the services.
    public static LimitProcess served(Ground ground, Class<?> main, Map<String, String> settings) {
        int port = FreePorts.next();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_THREADS_VIRTUAL_ENABLED", "true");
        LimitProcess limit = run(ground, main, environment, List.of(), "http://127.0.0.1:" + port);
        limit.process.awaitReady(READY_WITHIN, () -> listens(port));
        return limit;
    }

    /// A program that ends by itself.
    public static LimitProcess run(Ground ground, Class<?> main, Map<String, String> settings, List<String> args) {
        return run(ground, main, settings, args, "");
    }

    private static LimitProcess run(
            Ground ground, Class<?> main, Map<String, String> settings, List<String> args, String url) {
        String name = main.getSimpleName();
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(ServiceJvm.options());
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        line.addAll(args);
        ChildProcess process =
                ChildProcess.start(Command.of(name, line, ground.directory().resolve(name + ".log"))
                        .environment(settings));
        LimitProcess limit = new LimitProcess(process, url);
        Ending.closes(limit);
        if (ground.profile()) {
            Recording.begin(process.pid(), ground.directory().resolve(name + "-" + process.pid() + ".jfr"));
        }
        return limit;
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
