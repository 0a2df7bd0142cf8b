package dev.playhead.testing.student;

import dev.playhead.testing.student.WatchReport.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What was watched by what arrived, millisecond by millisecond, for clocks that are right.
record Recount(Collection<WatchReport> reports, int[] plays) {
    static Recount ofPlayed(List<Delivery> deliveries) {
        Recount recount = of(deliveries);
        recount.reports.forEach(report ->
                Objects.requireNonNull(report.played()).forEach(part -> recount.play(part.fromMs(), part.toMs())));
        return recount;
    }

    /// Between two positions of a session it was played, unless the second was jumped to.
    static Recount ofPositions(List<Delivery> deliveries) {
        Recount recount = of(deliveries);
        recount.reports.stream()
                .sorted(Comparator.comparing(Recount::at))
                .collect(Collectors.groupingBy(report -> String.valueOf(report.sessionId())))
                .values()
                .forEach(recount::between);
        return recount;
    }

    private static Recount of(List<Delivery> deliveries) {
        Map<List<Object>, WatchReport> each = new LinkedHashMap<>();
        deliveries.stream().map(Delivery::report).forEach(report -> each.putIfAbsent(said(report), report));
        int durationMs = (int) deliveries.getFirst().report().durationMs();
        return new Recount(each.values(), new int[durationMs]);
    }

    private static List<Object> said(WatchReport report) {
        return Stream.of(
                        report.sessionId(), report.deviceId(), report.occurredAt(), report.positionMs(), report.event())
                .<Object>map(String::valueOf)
                .toList();
    }

    private void between(List<WatchReport> session) {
        for (int i = 1; i < session.size(); i++) {
            if (session.get(i).event() != Event.SEEKED) {
                play(session.get(i - 1).positionMs(), session.get(i).positionMs());
            }
        }
    }

    private void play(long fromMs, long toMs) {
        for (long ms = fromMs; ms < toMs; ms++) {
            plays[(int) ms]++;
        }
    }

    long coveredMs() {
        long covered = 0;
        for (int count : plays) {
            covered += Math.min(count, 1);
        }
        return covered;
    }

    long watchedMs() {
        long watched = 0;
        for (int count : plays) {
            watched += count;
        }
        return watched;
    }

    long playsAt(int ms) {
        return plays[ms];
    }

    Instant lastAt() {
        return at(last());
    }

    long lastPositionMs() {
        return last().positionMs();
    }

    long furthestMs() {
        long positionMs =
                reports.stream().mapToLong(WatchReport::positionMs).max().orElseThrow();
        return Math.max(
                positionMs,
                IntStream.range(0, plays.length)
                                .filter(ms -> plays[ms] > 0)
                                .max()
                                .orElse(-1)
                        + 1L);
    }

    private WatchReport last() {
        return reports.stream()
                .max(Comparator.comparing(Recount::at).thenComparing(WatchReport::positionMs))
                .orElseThrow();
    }

    private static Instant at(WatchReport report) {
        return Objects.requireNonNull(report.occurredAt());
    }
}
