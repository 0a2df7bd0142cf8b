package dev.playhead.query.live;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// How far the rows are, asked of the database once for all who want to know at the same time:
/// when an instance goes, thousands of streams open on the others at once.
final class RowsPosition {
    private static final Logger log = LoggerFactory.getLogger(RowsPosition.class);

    private static final long PAUSE_NANOS = 1_000_000_000;

    private final Supplier<Position> database;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Position known;
    private @Nullable RuntimeException failure;
    private long askedAtNanos;
    private boolean wasAsked;

    RowsPosition(Supplier<Position> database) {
        this.database = database;
    }

    /// As it is now, or was after the call. While the database is away, as it last was: the rows
    /// only move on.
    ///
    /// @throws DataAccessException where it is away and never was known
    Position now() {
        long calledAtNanos = System.nanoTime();
        asking.lock();
        try {
            if (!isKnownSince(calledAtNanos)) {
                ask();
            }
            if (known == null) {
                throw failure == null ? new IllegalStateException("It was asked, and there is nothing") : failure;
            }
            return known;
        } finally {
            asking.unlock();
        }
    }

    /// One that has just failed to answer is not asked by everybody in turn.
    private boolean isKnownSince(long nanos) {
        return wasAsked && askedAtNanos + (failure == null ? 0 : PAUSE_NANOS) - nanos >= 0;
    }

    private void ask() {
        long nowNanos = System.nanoTime();
        try {
            known = database.get();
            failure = null;
        } catch (DataAccessException | TransactionException e) {
            failure = e;
            nowNanos = System.nanoTime();
            log.debug("The database is away; streams begin where the rows last were", e);
        }
        askedAtNanos = nowNanos;
        wasAsked = true;
    }
}
