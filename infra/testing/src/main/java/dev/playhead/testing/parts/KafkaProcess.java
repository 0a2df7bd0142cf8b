package dev.playhead.testing.parts;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/// A real KRaft broker as a process of its own, for the local stack and for tests that kill it. For
/// all other tests, [KafkaCluster] starts faster.
public final class KafkaProcess implements AutoCloseable {
    private static final Duration FORMAT_WITHIN = Duration.ofSeconds(60);
    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final int PROBE_MS = 2_000;

    private final KafkaSettings settings;
    private final ChildProcess process;

    private KafkaProcess(KafkaSettings settings, ChildProcess process) {
        this.settings = settings;
        this.process = process;
    }

    /// Formats the directory where that has not been done, starts the broker and waits until it serves clients.
    public static KafkaProcess start(KafkaSettings settings) {
        KafkaFiles files = KafkaFiles.write(settings);
        if (!Files.exists(settings.logDirectory().resolve("meta.properties"))) {
            format(settings, files);
        }
        List<String> arguments = List.of(files.properties().toString());
        ChildProcess process = ChildProcess.start(command("Kafka", settings, files, "kafka.Kafka", arguments));
        KafkaProcess broker = new KafkaProcess(settings, process);
        process.awaitReady(READY_WITHIN, broker::answers);
        return broker;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    public ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.stop();
    }

    private static void format(KafkaSettings settings, KafkaFiles files) {
        List<String> arguments = List.of(
                "format", "--ignore-formatted", "-t", settings.quorum().clusterId(), "-c", files.properties() + "");
        Command format = command("Kafka's formatting", settings, files, "kafka.tools.StorageTool", arguments);
        try (ChildProcess process = ChildProcess.start(format)) {
            process.awaitSuccess(FORMAT_WITHIN);
        }
    }

    private static Command command(
            String name, KafkaSettings settings, KafkaFiles files, String main, List<String> arguments) {
        List<String> jvm = List.of(
                "-Xmx" + settings.heap(),
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=" + files.logging());
        List<String> line = ChildProcess.javaCommand(jvm, settings.classPath(), main, arguments);
        return Command.of(name, line, settings.log()).in(settings.directory());
    }

    // An Admin client logs each refused connection, so it is asked only once something listens.
    private boolean answers() {
        if (FreePorts.isFree(settings.port())) {
            return false;
        }
        Map<String, Object> client = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PROBE_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PROBE_MS);
        try (Admin admin = Admin.create(client)) {
            return admin.describeCluster().nodes().get(PROBE_MS, TimeUnit.MILLISECONDS).stream()
                    .anyMatch(node -> node.port() == settings.port());
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
