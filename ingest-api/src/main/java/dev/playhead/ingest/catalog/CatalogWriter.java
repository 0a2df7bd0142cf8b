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

/// Changes the catalog by comparing and setting in its log: take the session that only one instance can have, read to
/// the end, decide, write, commit. Whoever lost the session meanwhile has written nothing, and begins anew.
public final class CatalogWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CatalogWriter.class);

    private static final Duration TURN_WITHIN = Duration.ofSeconds(3);
    private static final Duration READ_WITHIN = Duration.ofSeconds(3);
    private static final int ATTEMPTS_MAX = 12;
    private static final long BACKOFF_MS_MAX = 200;

    private final Cluster cluster;
    private final Catalog catalog;
    private final CatalogEnd end;
    private final InstantSource clock;
    private final Outage outage = new Outage(log, "The catalog cannot be written");
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable CatalogSession session;
    private long writtenTo;

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
            Outcome outcome = untilDone(change);
            outage.over();
            return outcome;
        } catch (KafkaException e) {
            outage.seen(e);
            dropSession();
            throw Unavailable.exception();
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void close() {
        dropSession();
        end.close();
    }

    private Outcome untilDone(CatalogChange change) {
        Attempt attempt = new Attempt(change);
        for (int made = 1; ; made++) {
            try {
                return attempt.make();
            } catch (KafkaException e) {
                dropSession();
                if (!Fencing.is(e) || made == ATTEMPTS_MAX) {
                    throw e;
                }
                // Two that take the session from each other at the same pace would never end.
                LockSupport.parkNanos(
                        Duration.ofMillis(ThreadLocalRandom.current().nextLong(BACKOFF_MS_MAX))
                                .toNanos());
            }
        }
    }

    /// One change, over as many attempts as it takes.
    private final class Attempt {
        private final CatalogChange change;
        private @Nullable Write written;

        Attempt(CatalogChange change) {
            this.change = change;
        }

        Outcome make() {
            CatalogSession mine = session();
            CatalogSnapshot now = readToEnd();
            Placed placed = now.courses().get(change.courseId());
            if (placed != null && written != null && placed.course().equals(written.course())) {
                // The commit was made, and its answer was lost with the session.
                return made(placed.offset(), placed.course());
            }
            long updatedAt = clock.millis();
            return switch (Decision.of(now, change, updatedAt)) {
                case Decision.Refused refused -> new Outcome.Refused(refused.problem());
                case Write write -> {
                    written = write;
                    yield commit(mine, write, updatedAt);
                }
            };
        }
    }

    private Outcome commit(CatalogSession mine, Write write, long updatedAt) {
        RecordMetadata at = mine.write(write, updatedAt);
        writtenTo = at.offset() + 1;
        if (!catalog.awaitReadTo(writtenTo, READ_WITHIN)) {
            log.warn("The catalog at offset {} is committed, and not read back yet", at.offset());
        }
        return made(at.offset(), write.course());
    }

    private Outcome made(long offset, @Nullable Course course) {
        return new Outcome.Made(
                new WriteToken(cluster.topics().catalog().name(), 0, offset),
                course == null ? OptionalLong.empty() : OptionalLong.of(course.getVersion()));
    }

    /// Past this instance's own last write too: a commit is acknowledged before it is at the log's end.
    private CatalogSnapshot readToEnd() {
        if (!catalog.awaitReadTo(Math.max(end.offset(), writtenTo), READ_WITHIN)) {
            throw new KafkaException("The catalog was not read to its end in time");
        }
        return catalog.snapshot();
    }

    private CatalogSession session() {
        CatalogSession current = session;
        if (current == null) {
            current = CatalogSession.begin(cluster);
            session = current;
        }
        return current;
    }

    private void dropSession() {
        CatalogSession current = session;
        if (current != null) {
            current.close();
        }
        session = null;
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
