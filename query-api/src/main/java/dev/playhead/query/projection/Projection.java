package dev.playhead.query.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.context.SmartLifecycle;

/// The projection of this instance: as many consumers as are set, each on its thread.
public final class Projection implements SmartLifecycle {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    private final List<ProjectionLoop> loops;
    private final ProjectionParts parts;
    private final List<Thread> threads = new ArrayList<>();

    Projection(List<ProjectionLoop> loops, ProjectionParts parts) {
        this.loops = List.copyOf(loops);
        this.parts = parts;
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
        long nowMs = parts.clock().millis();
        return loops.stream()
                .flatMap(loop -> loop.state().behind(nowMs, lagMax).stream())
                .findFirst();
    }

    /// What does not answer now.
    List<String> outages() {
        return loops.stream().flatMap(loop -> loop.state().outages().stream()).toList();
    }

    long lagSeconds() {
        long nowMs = parts.clock().millis();
        return loops.stream()
                .mapToLong(loop -> loop.state().lagSeconds(nowMs))
                .max()
                .orElse(0);
    }

    long lagRecords() {
        return loops.stream().mapToLong(loop -> loop.state().lagRecords()).sum();
    }

    void measureBy(MeterRegistry registry) {
        gauge(
                registry,
                "playhead.projection.lag.seconds",
                "How old what is not yet visible is",
                Projection::lagSeconds);
        gauge(registry, "playhead.projection.lag.records", "Records not yet visible", Projection::lagRecords);
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<Projection> value) {
        Gauge.builder(name, this, value).description(what).register(registry);
    }
}
