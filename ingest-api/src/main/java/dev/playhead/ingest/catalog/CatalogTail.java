package dev.playhead.ingest.catalog;

import dev.playhead.ingest.broker.Cluster;
import dev.playhead.ingest.broker.ClusterNotReadyException;
import dev.playhead.ingest.broker.Outage;
import dev.playhead.ingest.catalog.CatalogSnapshot.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Reads the catalog's log from its beginning, and follows it from then on. It also asks the broker
/// for the log's end every second, so that an outage is known before a caller meets it.
public final class CatalogTail implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(CatalogTail.class);

    private static final Duration COMPLETE_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final Catalog catalog;
    private final BrokerPulse pulse;
    private final TopicPartition partition;
    private final CatalogRecords records;
    private final Outage outage = new Outage(log, "The catalog cannot be followed");
    private volatile boolean stopping;
    private volatile @Nullable Consumer<String, byte[]> following;
    private @Nullable Thread thread;

    public CatalogTail(Cluster cluster, Catalog catalog, BrokerPulse pulse) {
        this.cluster = cluster;
        this.catalog = catalog;
        this.pulse = pulse;
        this.partition = new TopicPartition(cluster.topics().catalog().name(), 0);
        this.records = new CatalogRecords(cluster.events().deserializer());
    }

    /// Returns when the catalog is complete: lifecycles start before the web server, so no caller
    /// meets half of it.
    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().daemon().name("catalog-tail").start(this::run);
        if (!catalog.awaitReadTo(0, COMPLETE_WITHIN)) {
            stop();
            throw ClusterNotReadyException.broker(
                    cluster.client(),
                    new TimeoutException("the catalog could not be read within " + COMPLETE_WITHIN.toSeconds() + " s"));
        }
        log.info("The catalog has {} courses", catalog.snapshot().courses().size());
    }

    @Override
    public void stop() {
        stopping = true;
        Consumer<String, byte[]> consumer = following;
        if (consumer != null) {
            consumer.wakeup();
        }
        Thread running = thread;
        if (running != null) {
            LockSupport.unpark(running);
            join(running);
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /// Before the web server, and so after it when stopping.
    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        while (!stopping) {
            try (Consumer<String, byte[]> consumer = CatalogConsumer.create(cluster)) {
                following = consumer;
                readAndFollow(consumer);
            } catch (WakeupException e) {
                log.debug("Woken up to stop");
            } catch (RuntimeException e) {
                outage.seen(e);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void readAndFollow(Consumer<String, byte[]> consumer) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = end(consumer);
        CatalogSnapshot read = CatalogSnapshot.EMPTY.readTo(consumer.position(partition));
        while (read.readTo() < end && !stopping) {
            read = next(consumer, read);
        }
        while (!stopping) {
            catalog.publish(read);
            listen(consumer);
            read = next(consumer, read);
        }
    }

    private CatalogSnapshot next(Consumer<String, byte[]> consumer, CatalogSnapshot before) {
        List<Change> changes = consumer.poll(POLL).records(partition).stream()
                .map(records::change)
                .flatMap(Optional::stream)
                .toList();
        long readTo = consumer.position(partition);
        return changes.isEmpty() ? before.readTo(readTo) : before.with(changes, readTo);
    }

    private void listen(Consumer<String, byte[]> consumer) {
        if (!pulse.isDue()) {
            return;
        }
        try {
            end(consumer);
            outage.over();
        } catch (TimeoutException e) {
            outage.seen(e);
        }
    }

    private long end(Consumer<String, byte[]> consumer) {
        Long end = consumer.endOffsets(List.of(partition)).get(partition);
        if (end == null) {
            throw new IllegalStateException("The broker does not know the end of " + partition);
        }
        pulse.beat();
        return end;
    }

    private static void join(Thread running) {
        try {
            running.join(STOP_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
