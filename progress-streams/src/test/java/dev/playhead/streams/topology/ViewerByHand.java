package dev.playhead.streams.topology;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.event.Segment;
import dev.playhead.schemas.event.ShortInteraction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// What one student did with one material, by hand: from the activity alone, in the order it came,
/// millisecond by millisecond, with none of the product's code. It knows the rules for players that
/// name their sessions and say no more than they played.
final class ViewerByHand {
    private static final double RATE_UNSAID = 2;
    private static final double TOLERANCE = 1.25;
    private static final long SLACK_MS = 2_000;
    private static final long[] NOTHING = {0, 0};

    final Reel reel;
    final Map<LocalDate, long[]> viewsAndWatchedMs = new TreeMap<>();
    final Set<String> shares = new HashSet<>();
    boolean isLiked;
    long furthestMs;

    @Nullable LocalDate completedOn;

    private final Map<String, Sitting> sittings = new HashMap<>();
    private long likedAt = Long.MIN_VALUE;
    private long resetAt = Long.MIN_VALUE;

    /// @param longestMs of all durations that its heartbeats say
    ViewerByHand(long longestMs) {
        reel = new Reel((int) longestMs);
    }

    void take(SpecificRecord activity) {
        switch (activity) {
            case Heartbeat heartbeat -> watch(heartbeat);
            case ShortInteraction interaction -> engage(interaction);
            case ResetProgress reset -> begin(reset.getOccurredAt());
            default -> throw new IllegalArgumentException(activity.toString());
        }
    }

    boolean isViewer() {
        return !sittings.isEmpty();
    }

    long views() {
        return sittings.size();
    }

    /// Where the session stands that was last heard of.
    long positionMs() {
        return last().positionMs;
    }

    private void begin(long at) {
        resetAt = Math.max(resetAt, at);
        reel.clear();
        viewsAndWatchedMs.clear();
        shares.clear();
        sittings.clear();
        isLiked = false;
        likedAt = Long.MIN_VALUE;
        furthestMs = 0;
        completedOn = null;
    }

    private void engage(ShortInteraction interaction) {
        long at = interaction.getOccurredAt();
        if (at <= resetAt) {
            return;
        }
        boolean like = interaction.getKind() == InteractionKind.LIKE;
        if (interaction.getKind() == InteractionKind.SHARE) {
            shares.add(interaction.getEventId());
        } else if (at > likedAt || at == likedAt && like) {
            likedAt = at;
            isLiked = like;
        }
    }

    private void watch(Heartbeat heartbeat) {
        if (heartbeat.getOccurredAt() <= resetAt) {
            return;
        }
        long before = reel.playedMs();
        String session = String.valueOf(heartbeat.getSessionId());
        Sitting sitting = sittings.get(session);
        boolean isFirst = sitting == null;
        if (sitting == null) {
            sitting = new Sitting();
            sittings.put(session, sitting);
        }
        boolean isLate = !sitting.isBefore(heartbeat);
        long[] between = isFirst || isLate ? NOTHING : sitting.until(heartbeat);
        sitting.take(heartbeat, isLate);
        if (!isLate && sitting == last()) {
            reel.cut(heartbeat.getDurationMs());
        }
        for (Segment segment : heartbeat.getPlayed()) {
            reel.play(segment.getFromMs(), segment.getToMs(), isLate);
        }
        reel.play(between[0], between[1], isLate);
        reel.bridge();
        count(heartbeat, isFirst, reel.playedMs() - before);
    }

    private void count(Heartbeat heartbeat, boolean isFirst, long playedMs) {
        LocalDate day = Instant.ofEpochMilli(heartbeat.getOccurredAt())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
        if (isFirst || playedMs > 0) {
            long[] its = viewsAndWatchedMs.computeIfAbsent(day, _ -> new long[2]);
            its[0] += isFirst ? 1 : 0;
            its[1] += playedMs;
        }
        furthestMs = Math.max(furthestMs, heartbeat.getPositionMs());
        for (Segment segment : heartbeat.getPlayed()) {
            furthestMs = Math.max(furthestMs, segment.getToMs());
        }
        if (completedOn == null && furthestMs * 100 >= heartbeat.getDurationMs() * heartbeat.getCompletionThreshold()) {
            completedOn = day;
        }
    }

    private Sitting last() {
        Sitting last = null;
        for (Sitting each : sittings.values()) {
            if (last == null
                    || each.latestAt > last.latestAt
                    || each.latestAt == last.latestAt && each.positionMs > last.positionMs) {
                last = each;
            }
        }
        if (last == null) {
            throw new IllegalStateException("Nothing was watched");
        }
        return last;
    }

    private static final class Sitting {
        private @Nullable Long sequence;
        private long at = Long.MIN_VALUE;
        private long latestAt = Long.MIN_VALUE;
        private long positionMs;

        /// A player that counts is believed its numbers; of others the time decides, and then the
        /// position.
        boolean isBefore(Heartbeat heartbeat) {
            if (sequence != null && heartbeat.getSequence() != null) {
                return heartbeat.getSequence() > sequence;
            }
            return heartbeat.getOccurredAt() > at
                    || heartbeat.getOccurredAt() == at && heartbeat.getPositionMs() > positionMs;
        }

        /// What a player that says nothing but positions played since the last: as far as it could.
        long[] until(Heartbeat heartbeat) {
            if (heartbeat.getPlayedKnown() || heartbeat.getEvent() == PlaybackEvent.SEEKED) {
                return NOTHING;
            }
            Double rate = heartbeat.getPlaybackRate();
            double playable = (heartbeat.getOccurredAt() - at) * (rate == null ? RATE_UNSAID : rate) * TOLERANCE;
            boolean isPlayable = heartbeat.getPositionMs() - positionMs <= SLACK_MS + Math.floor(playable);
            return isPlayable ? new long[] {positionMs, heartbeat.getPositionMs()} : NOTHING;
        }

        void take(Heartbeat heartbeat, boolean isLate) {
            latestAt = Math.max(latestAt, heartbeat.getOccurredAt());
            if (!isLate) {
                sequence = heartbeat.getSequence();
                at = heartbeat.getOccurredAt();
                positionMs = heartbeat.getPositionMs();
            }
        }
    }
}
