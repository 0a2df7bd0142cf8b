package dev.playhead.streams.progress;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.Segment;
import java.util.ArrayList;
import java.util.List;

/// What a heartbeat is believed to have been played.
///
/// @param spans as they were played: where they overlap it was played more than once
/// @param isCut whether the heartbeat said more
record Credit(List<Span> spans, boolean isCut) {
    private static final Credit NONE = new Credit(List.of(), false);

    Credit {
        spans = List.copyOf(spans);
    }

    static Credit of(Arrival arrival, Heartbeat heartbeat, WatchState before) {
        List<Span> told = told(heartbeat);
        return switch (arrival) {
            case Arrival.Opening _ -> cut(told, Allowance.opening(before.sessions(), heartbeat));
            case Arrival.Following following -> following(following.previous(), heartbeat, told);
            case Arrival.Late late -> cut(missing(told, before), Allowance.late(late.ahead(), heartbeat));
            case Arrival.Stray _ -> cut(missing(told, before), Allowance.OPENING_MS);
        };
    }

    long lengthMs() {
        return length(spans);
    }

    private static Credit following(SessionCursor previous, Heartbeat heartbeat, List<Span> told) {
        long allowance = Allowance.following(previous, heartbeat);
        return keepsPlayed(heartbeat) ? cut(told, allowance) : between(previous, heartbeat, allowance);
    }

    private static boolean keepsPlayed(Heartbeat heartbeat) {
        return heartbeat.getPlayedKnown() || !heartbeat.getPlayed().isEmpty();
    }

    /// From one position to the next, where a player could have played that far.
    private static Credit between(SessionCursor previous, Heartbeat heartbeat, long allowance) {
        long to = Fold.inside(heartbeat, heartbeat.getPositionMs());
        long length = to - previous.positionMs();
        if (length <= 0 || length > allowance || heartbeat.getEvent() == PlaybackEvent.SEEKED) {
            return NONE;
        }
        return new Credit(List.of(new Span(previous.positionMs(), to)), false);
    }

    private static List<Span> told(Heartbeat heartbeat) {
        List<Span> told = new ArrayList<>();
        for (Segment segment : heartbeat.getPlayed()) {
            long from = Fold.inside(heartbeat, segment.getFromMs());
            long to = Fold.inside(heartbeat, segment.getToMs());
            if (from < to) {
                told.add(new Span(from, to));
            }
        }
        return told;
    }

    private static List<Span> missing(List<Span> told, WatchState before) {
        return Watched.of(told).spans().stream()
                .flatMap(span -> before.watched().missing(span).stream())
                .toList();
    }

    private static Credit cut(List<Span> spans, long allowance) {
        if (length(spans) <= allowance) {
            return new Credit(spans, false);
        }
        List<Span> cut = new ArrayList<>();
        long left = allowance;
        for (Span span : spans) {
            if (left > 0) {
                cut.add(new Span(span.fromMs(), Math.min(span.toMs(), span.fromMs() + left)));
            }
            left -= span.lengthMs();
        }
        return new Credit(cut, true);
    }

    private static long length(List<Span> spans) {
        return spans.stream().mapToLong(Span::lengthMs).sum();
    }
}
