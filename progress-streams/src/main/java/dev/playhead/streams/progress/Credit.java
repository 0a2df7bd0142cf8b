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
/// @param spentMs how much of its session's time it took
record Credit(List<Span> spans, boolean isCut, long spentMs) {
    private static final Credit NONE = new Credit(List.of(), false, 0);

    Credit {
        spans = List.copyOf(spans);
    }

    static Credit of(Arrival arrival, Heartbeat heartbeat, WatchState before) {
        List<Span> told = told(heartbeat);
        return switch (arrival) {
            case Arrival.Opening _ -> opening(told, heartbeat, before);
            case Arrival.Following following -> following(following.previous(), heartbeat, told);
            case Arrival.Late late ->
                cut(missing(told, before), Allowance.told(late.ahead(), heartbeat, true))
                        .spending(heartbeat);
            case Arrival.Stray stray -> cut(missing(told, before), stray.isOverdrawn() ? 0 : Allowance.OPENING_MS);
        };
    }

    long lengthMs() {
        return length(spans);
    }

    private Credit spending(Heartbeat heartbeat) {
        return spending(0, heartbeat);
    }

    private Credit spending(long withheldMs, Heartbeat heartbeat) {
        return new Credit(spans, isCut, Allowance.spent(lengthMs() + withheldMs, heartbeat));
    }

    private static Credit opening(List<Span> told, Heartbeat heartbeat, WatchState before) {
        long allowance = Allowance.opening(before.sessions(), heartbeat);
        return cut(told, allowance).spending(Allowance.OPENING_MS - allowance, heartbeat);
    }

    private static Credit following(SessionCursor previous, Heartbeat heartbeat, List<Span> told) {
        Credit credit = keepsPlayed(heartbeat)
                ? cut(told, Allowance.told(previous, heartbeat, false))
                : between(previous, heartbeat, Allowance.between(previous, heartbeat));
        return credit.spending(heartbeat);
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
        return new Credit(List.of(new Span(previous.positionMs(), to)), false, 0);
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
            return new Credit(spans, false, 0);
        }
        List<Span> cut = new ArrayList<>();
        long left = allowance;
        for (Span span : spans) {
            if (left > 0) {
                cut.add(new Span(span.fromMs(), Math.min(span.toMs(), span.fromMs() + left)));
            }
            left -= span.lengthMs();
        }
        return new Credit(cut, true, 0);
    }

    private static long length(List<Span> spans) {
        long length = 0;
        for (Span span : spans) {
            length += span.lengthMs();
        }
        return length;
    }
}
