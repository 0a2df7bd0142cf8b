package dev.playhead.streams.progress;

import java.nio.ByteBuffer;

/// How an engagement is stored, where there is one.
final class StoredEngagement {
    private static final int LIKED = 1;

    private StoredEngagement() {}

    static void write(Engagement engagement, StoredBytes bytes) {
        bytes.octet(engagement.isLiked() ? LIKED : 0);
        bytes.number(engagement.decidedAt());
        bytes.number(engagement.shares());
        engagement.sharedBy().write(bytes);
    }

    static Engagement read(ByteBuffer bytes) {
        boolean isLiked = (bytes.get() & LIKED) != 0;
        long decidedAt = StoredBytes.number(bytes);
        int shares = Math.toIntExact(StoredBytes.number(bytes));
        return new Engagement(isLiked, decidedAt, shares, RecentEvents.read(bytes));
    }
}
