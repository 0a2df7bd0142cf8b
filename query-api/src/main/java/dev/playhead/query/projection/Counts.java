package dev.playhead.query.projection;

import dev.playhead.query.record.UnreadableRecordException;
import java.util.Collection;

/// What is counted is never below zero.
final class Counts {
    private Counts() {}

    static void check(long... counts) throws UnreadableRecordException {
        for (long count : counts) {
            check(count);
        }
    }

    static void check(Collection<Long> counts) throws UnreadableRecordException {
        for (long count : counts) {
            check(count);
        }
    }

    private static void check(long count) throws UnreadableRecordException {
        if (count < 0) {
            throw new UnreadableRecordException("a count is below zero");
        }
    }
}
