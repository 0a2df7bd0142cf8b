package dev.playhead.streams.progress;

import dev.playhead.schemas.event.ShortInteraction;

/// What a student did with a short other than watch it.
///
/// @param isLiked as the latest by event time has it
/// @param decidedAt event time of what decided that; 0 before anything did
/// @param shares how often it was shared
/// @param sharedBy the events that were last
public record Engagement(boolean isLiked, long decidedAt, int shares, RecentEvents sharedBy) {
    public static final Engagement NONE = new Engagement(false, 0, 0, RecentEvents.NONE);

    Engagement with(ShortInteraction interaction) {
        return switch (interaction.getKind()) {
            case LIKE -> liked(true, interaction.getOccurredAt());
            case UNLIKE -> liked(false, interaction.getOccurredAt());
            case SHARE -> shared(interaction.getEventId());
            // What a newer ingest knows is not ours to guess.
            case UNKNOWN -> this;
        };
    }

    /// In whatever order they come; of two at the same time the like holds.
    private Engagement liked(boolean like, long at) {
        if (at < decidedAt || (at == decidedAt && isLiked)) {
            return this;
        }
        return new Engagement(like, at, shares, sharedBy);
    }

    private Engagement shared(String eventId) {
        return sharedBy.has(eventId) ? this : new Engagement(isLiked, decidedAt, shares + 1, sharedBy.with(eventId));
    }
}
