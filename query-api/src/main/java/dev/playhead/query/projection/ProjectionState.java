package dev.playhead.query.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// How one consumer of the projection is doing, for health and metrics: written by its thread,
/// read by others.
final class ProjectionState {
    private final Map<Integer, Lag> lags = new ConcurrentHashMap<>();
    private final Map<Integer, String> stuck = new ConcurrentHashMap<>();
    private final Outage outage = new Outage();
    private final Outage brokerOutage = new Outage();
    private volatile boolean joined;

    void assigned(Collection<Integer> partitions) {
        partitions.forEach(partition -> lags.put(partition, Lag.UNKNOWN));
        // Also where there are more consumers than partitions and this one got none.
        joined = true;
    }

    void revoked(Collection<Integer> partitions) {
        lags.keySet().removeAll(partitions);
        stuck.keySet().removeAll(partitions);
    }

    void observed(int partition, long recordsLeft, long nowMs) {
        lags.computeIfPresent(partition, (number, lag) -> lag.observed(recordsLeft, nowMs));
    }

    void applied(int partition, long recordTimestampMs) {
        lags.computeIfPresent(partition, (number, lag) -> lag.applied(recordTimestampMs));
    }

    void stuck(int partition, String reason) {
        stuck.put(partition, reason);
    }

    void goesOn(int partition) {
        stuck.remove(partition);
    }

    Outage outage() {
        return outage;
    }

    Outage brokerOutage() {
        return brokerOutage;
    }

    List<String> outages() {
        return Stream.of(outage, brokerOutage)
                .flatMap(each -> each.reason().stream())
                .toList();
    }

    long lagRecords() {
        return lags.values().stream()
                .filter(Lag::isKnown)
                .mapToLong(Lag::records)
                .sum();
    }

    long lagSeconds(long nowMs) {
        return lags.values().stream().mapToLong(lag -> lag.seconds(nowMs)).max().orElse(0);
    }

    /// Why it is not ready, where it is not.
    Optional<String> behind(long nowMs, Duration lagMax) {
        if (!stuck.isEmpty()) {
            return Optional.of(String.join("; ", stuck.values()));
        }
        if (!joined || lags.values().stream().anyMatch(lag -> !lag.isKnown())) {
            return Optional.of(outage.reason().orElse("the first partitions are being taken over"));
        }
        long seconds = lagSeconds(nowMs);
        return seconds <= lagMax.toSeconds()
                ? Optional.empty()
                : Optional.of("the projection is " + seconds + " s behind"
                        + outage.reason().map(reason -> ": " + reason).orElse(""));
    }
}
