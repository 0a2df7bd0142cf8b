package dev.playhead.query.audience;

import java.util.Collection;

/// An audience along a video, a number for each bucket.
///
/// @see #retention() who watched half of it or more
/// @see #heat() how often it was played
/// @see #exits() who stands in it and did not finish
final class Curve {
    private final long[] retention;
    private final long[] heat;
    private final long[] exits;

    /// Keeps the arrays, which are of one length.
    Curve(long[] retention, long[] heat, long[] exits) {
        this.retention = retention;
        this.heat = heat;
        this.exits = exits;
    }

    /// All of them together, in so many buckets.
    static Curve sum(int buckets, Collection<Curve> curves) {
        Curve sum = new Curve(new long[buckets], new long[buckets], new long[buckets]);
        curves.forEach(sum::add);
        return sum;
    }

    /// Not to be changed, as the others.
    long[] retention() {
        return retention;
    }

    long[] heat() {
        return heat;
    }

    long[] exits() {
        return exits;
    }

    /// Of one in other buckets, which is of a video that was longer or shorter, a bucket was seen as
    /// often as the one where its middle lies; and who stands in one stands where that one's lies, so
    /// that nobody is counted twice or not at all.
    private void add(Curve other) {
        int theirs = other.retention.length;
        for (int bucket = 0; bucket < retention.length; bucket++) {
            int at = Buckets.at(bucket, retention.length, theirs);
            retention[bucket] += other.retention[at];
            heat[bucket] += other.heat[at];
        }
        for (int bucket = 0; bucket < theirs; bucket++) {
            exits[Buckets.at(bucket, theirs, exits.length)] += other.exits[bucket];
        }
    }
}
