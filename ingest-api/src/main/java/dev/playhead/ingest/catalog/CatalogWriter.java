package dev.playhead.ingest.catalog;

import dev.playhead.ingest.broker.Cluster;
import dev.playhead.ingest.broker.Outage;
import dev.playhead.ingest.broker.Unavailable;
import dev.playhead.ingest.catalog.CatalogSnapshot.Placed;
import dev.playhead.ingest.catalog.Decision.Write;
import dev.playhead.schemas.event.Course;
import dev.playhead.schemas.id.WriteToken;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes the catalog by comparing and setting in its log: take the session that only one instance
/// can have, read to the end, decide, write, commit. Whoever lost the session meanwhile has written
/// nothing, and begins anew. A session lasts for one change, so that instances which take turns do
/// not fence each other.
public final class CatalogWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CatalogWriter.class);

    private static final Duration TURN_WITHIN = Duration.ofSeconds(2);
    private static final Duration READ_WITHIN = Duration.ofSeconds(3);
    private static final Duration BEGIN_ANEW_WITHIN = Duration.ofSeconds(4);
    private static final long BACKOFF_MS_MAX = 200;

    private final Cluster cluster;
    private final Catalog catalog;
    private final CatalogEnd end;
    private final InstantSource clock;
    private final Outage outage = new Outage(log, "The catalog cannot be written");
    private final ReentrantLock turn = new ReentrantLock(true);

    public CatalogWriter(Cluster cluster, Catalog catalog, InstantSource clock) {
        this.cluster = cluster;
        this.catalog = catalog;
        this.end = new CatalogEnd(cluster);
        this.clock = clock;
    }

    /// @throws dev.playhead.web.problem.ProblemException a 503 where the brokers do not answer in time
    Outcome make(CatalogChange change) {
        if (!takeTurn()) {
            throw Unavailable.exception();
        }
        try {
            Optional<Decision.Refused> early = Decision.early(catalog.snapshot(), change);
            if (early.isPresent()) {
                return new Outcome.Refused(early.get().problem());
            }
            Outcome outcome = untilDone(change);
            outage.over();
            return outcome;
        } catch (KafkaException e) {
            outage.seen(e);
            throw Unavailable.exception();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        end.close();
    }

    private Outcome untilDone(CatalogChange change) {
        Attempt attempt = new Attempt(change);
        long startedNanos = System.nanoTime();
        while (true) {
            try {
                return attempt.make();
            } catch (KafkaException e) {
                if (!Fencing.is(e) || System.nanoTime() - startedNanos > BEGIN_ANEW_WITHIN.toNanos()) {
                    throw e;
                }
                backOff();
            }
        }
    }

    /// Two that take the session from each other at the same pace would never end.
    private static void backOff() {
        long pauseMs = ThreadLocalRandom.current().nextLong(BACKOFF_MS_MAX);
        LockSupport.parkNanos(Duration.ofMillis(pauseMs).toNanos());
    }

    /// One change, over as many attempts as it takes.
    private final class Attempt {
        private final CatalogChange change;
        private @Nullable Write written;

        Attempt(CatalogChange change) {
            this.change = change;
        }

        Outcome make() {
            try (CatalogSession session = CatalogSession.begin(cluster)) {
                CatalogSnapshot now = readToEnd();
                Placed placed = now.courses().get(change.courseId());
                if (placed != null && written != null && placed.course().equals(written.course())) {
                    // The commit was made, and its answer was lost with the session.
                    return made(placed.offset(), placed.course());
                }
                return decided(session, now, clock.millis());
            }
        }

        private Outcome decided(CatalogSession session, CatalogSnapshot now, long updatedAt) {
            return switch (Decision.of(now, change, updatedAt)) {
                case Decision.Refused refused -> new Outcome.Refused(refused.problem());
                case Write write -> {
                    written = write;
                    yield commit(session, write, updatedAt);
                }
            };
        }
    }

    private Outcome commit(CatalogSession session, Write write, long updatedAt) {
        RecordMetadata at = session.write(write, updatedAt);
        if (!catalog.awaitReadTo(at.offset() + 1, READ_WITHIN)) {
            log.warn("The catalog at offset {} is committed, and not read back yet", at.offset());
        }
        return made(at.offset(), write.course());
    }

    private Outcome made(long offset, @Nullable Course course) {
        return new Outcome.Made(
                new WriteToken(cluster.topics().catalog().name(), 0, offset),
                course == null ? OptionalLong.empty() : OptionalLong.of(course.getVersion()));
    }

    private CatalogSnapshot readToEnd() {
        if (!catalog.awaitReadTo(end.offset(), READ_WITHIN)) {
            throw new KafkaException("The catalog was not read to its end in time");
        }
        return catalog.snapshot();
    }

    private boolean takeTurn() {
        try {
            return turn.tryLock(TURN_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
