package dev.playhead.testing.student;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What a student really watched of a video, as far as their players have told of it. What was
/// played after the last word of a player that was killed is known to nobody, and is not in here.
///
/// A player that sends what was played has told exactly that. One that sends bare positions has
/// told that it played all between two reports that follow each other in a sitting, where it did
/// not jump in between. Where it did, by a seek that it reported or not, what it played between the
/// two is not in here: no position tells how far it had come. Whoever sees only such a player's
/// reports cannot tell a silent seek from playing where it is shorter than what could have been
/// played; nor, where the player says no more than two fields, their order and their sittings.
///
/// Times are true ones, whatever the devices' clocks showed and whenever the reports arrived.
///
/// @param watched what was watched at all: in order, neither overlapping nor touching
/// @param plays what was watched as often as it was, each played in one go
/// @param watchedMs the sum of the plays: the video's time, repeats included
/// @param furthestMs the furthest of which any report tells, seeks included
/// @param sittings with at least one report; a device that takes over begins another
/// @param lastPositionMs where the report stood that was said last, the furthest of several
/// @param lastAt when that was
public record Truth(
        List<Interval> watched,
        List<Interval> plays,
        long watchedMs,
        long furthestMs,
        int sittings,
        long lastPositionMs,
        Instant lastAt) {
    private static final Comparator<Said> BY_TIME =
            Comparator.comparing(Said::at).thenComparing(said -> said.report().positionMs());

    public Truth {
        watched = List.copyOf(watched);
        plays = List.copyOf(plays);
    }

    /// How often what stands at a position was played.
    public long playsAt(long positionMs) {
        return plays.stream().filter(play -> play.contains(positionMs)).count();
    }

    /// How much of the video was watched at all.
    public long coveredMs() {
        return sum(watched);
    }

    static Truth of(Collection<Sitting> sittings) {
        List<Interval> plays =
                sittings.stream().flatMap(sitting -> sitting.told().stream()).toList();
        Said last = said(sittings).max(BY_TIME).orElseThrow();
        return new Truth(
                Interval.union(plays),
                plays,
                sum(plays),
                furthestMs(sittings, plays),
                (int) sittings.stream()
                        .filter(sitting -> !sitting.said().isEmpty())
                        .count(),
                last.report().positionMs(),
                last.at());
    }

    private static long furthestMs(Collection<Sitting> sittings, List<Interval> plays) {
        return LongStream.concat(
                        said(sittings).mapToLong(said -> said.report().positionMs()),
                        plays.stream().mapToLong(Interval::toMs))
                .max()
                .orElseThrow();
    }

    private static Stream<Said> said(Collection<Sitting> sittings) {
        return sittings.stream().flatMap(sitting -> sitting.said().stream());
    }

    private static long sum(Collection<Interval> parts) {
        return parts.stream().mapToLong(Interval::lengthMs).sum();
    }
}
