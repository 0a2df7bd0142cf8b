package dev.playhead.streams.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.context.SmartLifecycle;

/// Kafka Streams, from start to stop.
final class Engine implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    /// Before the web server, so that a start that fails has opened nothing.
    private static final int PHASE = 0;

    private final Preparation preparation;
    private final Supplier<Topology> topology;
    private final StreamsProperties properties;
    private final Failures failures;
    private final MeterRegistry meters;
    private final Duration closeWithin;
    private volatile @Nullable Running running;

    Engine(
            Preparation preparation,
            Supplier<Topology> topology,
            StreamsProperties properties,
            Failures failures,
            MeterRegistry meters,
            Duration closeWithin) {
        this.preparation = preparation;
        this.topology = topology;
        this.properties = properties;
        this.failures = failures;
        this.meters = meters;
        this.closeWithin = closeWithin;
    }

    @Override
    public void start() {
        preparation.run();
        try {
            running = begin();
        } catch (ConfigException e) {
            throw new FailureAnalyzedException(
                    "Kafka Streams refuses its settings: " + e.getMessage(),
                    "Change what stands below spring.kafka.streams (SPRING_KAFKA_STREAMS_PROPERTIES_…).",
                    e);
        } catch (StreamsException e) {
            throw new FailureAnalyzedException(
                    "Kafka Streams does not start: " + e.getMessage(),
                    "Its state directory " + properties.stateDirectory() + " must be writable and no other process's;"
                            + " set SPRING_KAFKA_STREAMS_STATE_DIR to another if need be.",
                    e);
        }
    }

    /// It leaves the group, so that another instance, or this one started again, goes on at once
    /// instead of when the session has timed out.
    @Override
    public void stop() {
        Running stopping = running;
        if (stopping == null) {
            return;
        }
        running = null;
        boolean inTime = stopping.streams()
                .close(CloseOptions.timeout(closeWithin)
                        .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        stopping.metrics().close();
        if (!inTime) {
            LOG.warn("Not closed within {} s: what is under way is aborted and done again", closeWithin.toSeconds());
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    Optional<KafkaStreams> streams() {
        return Optional.ofNullable(running).map(Running::streams);
    }

    private Running begin() {
        KafkaStreams streams = new KafkaStreams(topology.get(), properties.asProperties());
        streams.setUncaughtExceptionHandler(failures);
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
        streams.start();
        return new Running(streams, metrics);
    }

    private record Running(KafkaStreams streams, KafkaStreamsMetrics metrics) {}
}
