package dev.playhead.ingest.catalog;

import java.util.stream.Stream;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.TransactionAbortableException;

/// Whether a producer failed because another one took its transactional id.
final class Fencing {
    private static final int CAUSES_MAX = 10;

    private Fencing() {}

    static boolean is(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .anyMatch(Fencing::isItself);
    }

    /// Of the first kind are a fenced producer, an epoch that is over and an id that the broker has
    /// forgotten; the others are what a transaction meets that the next session has already ended.
    private static boolean isItself(Throwable failure) {
        return failure instanceof ApplicationRecoverableException
                || failure instanceof TransactionAbortableException
                || failure instanceof InvalidTxnStateException;
    }
}
