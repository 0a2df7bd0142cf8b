package dev.playhead.query.projection;

/// How far a partition's rows are behind its log.
///
/// @param records not yet projected; -1 while that is not known
/// @param upToMs the rows hold what was written until then: epoch milliseconds
record Lag(long records, long upToMs) {
    static final Lag UNKNOWN = new Lag(-1, 0);

    boolean isKnown() {
        return records >= 0;
    }

    Lag observed(long recordsLeft, long nowMs) {
        return new Lag(recordsLeft, recordsLeft == 0 ? nowMs : upToMs);
    }

    Lag applied(long recordTimestampMs) {
        return new Lag(records, Math.max(upToMs, recordTimestampMs));
    }

    /// Whole seconds, because what is caught up is looked at only every so often. It grows, too,
    /// when nobody looks.
    long seconds(long nowMs) {
        return isKnown() ? Math.max(0, nowMs - upToMs) / 1_000 : 0;
    }
}
