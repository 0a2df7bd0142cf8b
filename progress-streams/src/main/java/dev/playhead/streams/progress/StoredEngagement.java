package dev.playhead.streams.progress;

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

    static Engagement read(StoredReader bytes) {
        boolean isLiked = (bytes.octet() & LIKED) != 0;
        long decidedAt = bytes.number();
        int shares = bytes.integer();
        return new Engagement(isLiked, decidedAt, shares, RecentEvents.read(bytes));
    }
}
