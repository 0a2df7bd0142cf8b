package dev.playhead.query.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;

/// The projections of this instance: of each topic as many consumers as are set, each on its
/// thread.
public final class Projection implements SmartLifecycle {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    private final List<ProjectionLoop> loops;
    private final InstantSource clock;
    private final List<Thread> threads = new ArrayList<>();

    Projection(List<ProjectionLoop> loops, InstantSource clock) {
        this.loops = List.copyOf(loops);
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        for (ProjectionLoop loop : loops) {
            threads.add(Thread.ofPlatform().name("projection-" + threads.size()).start(loop));
        }
    }

    @Override
    public synchronized void stop() {
        loops.forEach(ProjectionLoop::stop);
        try {
            for (Thread thread : threads) {
                thread.join(STOP_WITHIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    /// Once stopped it is over: whoever goes on afterwards is a new one.
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    Optional<String> behind(Duration lagMax) {
        long nowMs = clock.millis();
        return loops.stream()
                .flatMap(loop -> loop.state().behind(nowMs, lagMax).stream())
                .findFirst();
    }

    /// What does not answer now.
    List<String> outages() {
        return loops.stream()
                .flatMap(loop -> loop.state().outages().stream())
                .distinct()
                .toList();
    }

    long lagSeconds() {
        return lagSeconds(loops);
    }

    long lagRecords() {
        return lagRecords(loops);
    }

    private long lagSeconds(List<ProjectionLoop> of) {
        long nowMs = clock.millis();
        return of.stream()
                .mapToLong(loop -> loop.state().lagSeconds(nowMs))
                .max()
                .orElse(0);
    }

    private static long lagRecords(List<ProjectionLoop> of) {
        return of.stream().mapToLong(loop -> loop.state().lagRecords()).sum();
    }

    void measureBy(MeterRegistry registry) {
        Map<String, List<ProjectionLoop>> byTopic =
                loops.stream().collect(Collectors.groupingBy(ProjectionLoop::topic));
        byTopic.forEach((topic, of) -> {
            Gauge.builder("playhead.projection.lag.seconds", this, projection -> projection.lagSeconds(of))
                    .description("How old what is not yet visible is")
                    .tag(ProjectionMetrics.TOPIC, topic)
                    .register(registry);
            Gauge.builder("playhead.projection.lag.records", this, projection -> lagRecords(of))
                    .description("Records not yet visible")
                    .tag(ProjectionMetrics.TOPIC, topic)
                    .register(registry);
        });
    }
}
