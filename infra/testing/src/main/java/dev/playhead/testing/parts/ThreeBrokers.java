package dev.playhead.testing.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/// Three brokers as processes of their own, of which each holds a copy of everything: for tests
/// that kill one of them.
public final class ThreeBrokers implements AutoCloseable {
    private static final int BROKERS = 3;
    private static final String HEAP = "256m";

    private final List<KafkaSettings> settings;
    private final List<KafkaProcess> brokers;

    private ThreeBrokers(List<KafkaSettings> settings, List<KafkaProcess> brokers) {
        this.settings = settings;
        this.brokers = brokers;
    }

    /// Starts them side by side: none is ready before most are there.
    public static ThreeBrokers start(Path directory) {
        List<Integer> controllers =
                IntStream.range(0, BROKERS).mapToObj(i -> FreePorts.next()).toList();
        String cluster = Uuid.randomUuid().toString();
        List<KafkaSettings> settings = IntStream.rangeClosed(1, BROKERS)
                .mapToObj(node -> KafkaSettings.in(
                                directory.resolve("broker-" + node), FreePorts.next(), controllers.get(node - 1))
                        .heap(HEAP)
                        .quorum(new Quorum(node, controllers, cluster)))
                .toList();
        List<CompletableFuture<KafkaProcess>> starting = settings.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> KafkaProcess.start(each), Thread::startVirtualThread))
                .toList();
        return new ThreeBrokers(
                settings,
                new ArrayList<>(starting.stream().map(CompletableFuture::join).toList()));
    }

    public String bootstrapServers() {
        return brokers.stream().map(KafkaProcess::bootstrapServers).collect(Collectors.joining(","));
    }

    /// As the kernel kills.
    ///
    /// @param broker 0, 1 or 2
    public void kill(int broker) {
        brokers.get(broker).process().kill();
    }

    public void startAgain(int broker) {
        brokers.set(broker, KafkaProcess.start(settings.get(broker)));
    }

    @Override
    public void close() {
        brokers.forEach(KafkaProcess::close);
    }
}
