package dev.playhead.local.parts;

import dev.playhead.local.supervise.Part;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One of our three, as a process that is ready when its own health says so.
///
/// @param managementPort the same as `port` where all it serves is health and metrics
/// @param settings as environment variables, where no other user reads the secrets among them
record Service(String name, int port, int managementPort, Map<String, String> settings, Platform platform) {
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    Part part(List<String> needs) {
        return new Part(name, "http://127.0.0.1:" + port, needs, this::start);
    }

    private ChildProcess start() {
        ChildProcess process = ChildProcess.start(command());
        process.awaitReady(READY_WITHIN, new Health(managementPort)::isReady);
        return process;
    }

    private Command command() {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        if (managementPort != port) {
            environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        }
        return Command.of(name, line(), platform.logs().of(name))
                .in(platform.data().path())
                .environment(environment)
                .patience(STOP_WITHIN);
    }

    private List<String> line() {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(ServiceJvm.options());
        line.addAll(classArchive());
        line.addAll(List.of(
                "-jar", platform.layout().service(name).resolve(name + ".jar").toString()));
        return line;
    }

    // Written when the service ends for the first time, beside its jar, so that a build removes it. Loaded classes come
    // from it at the next start, which takes half the time then. Another user's build is left alone.
    private List<String> classArchive() {
        Path directory = platform.layout().service(name);
        if (!Files.isWritable(directory)) {
            return List.of();
        }
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + directory.resolve("classes.jsa"));
    }
}
