package dev.playhead.query.live;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// How far the rows are, asked of the database once for all who want to know at the same time:
/// when an instance goes, thousands of streams open on the others at once.
final class RowsPosition {
    private static final Logger log = LoggerFactory.getLogger(RowsPosition.class);

    private final Supplier<Position> database;
    private final ReentrantLock asking = new ReentrantLock();
    private Position known = Position.NONE;
    private long askedAtNanos;
    private boolean isKnown;

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
            if (!isKnown || askedAtNanos - calledAtNanos < 0) {
                ask();
            }
            return known;
        } finally {
            asking.unlock();
        }
    }

    private void ask() {
        long nowNanos = System.nanoTime();
        try {
            known = database.get();
            isKnown = true;
        } catch (DataAccessException | TransactionException e) {
            if (!isKnown) {
                throw e;
            }
            log.debug("The database is away; streams begin where the rows last were", e);
        }
        askedAtNanos = nowNanos;
    }
}
