package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.schemas.event.Heartbeat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Judges the rate of one student's batch by when its updates happened, in that order, so that a
/// backlog of hours is taken whole. It remembers nothing from batch to batch: one whose answer was
/// lost is sent again, and is the same.
final class BatchRate {
    private final Rate rate;
    private final Map<String, Long> fullAtByVideo = new HashMap<>();

    private BatchRate(Rate rate) {
        this.rate = rate;
    }

    /// @param update what the rate is about; empty of one that is none, which stays as it is
    /// @param refusal takes the place of one that is too soon
    static <T> List<T> judge(
            Rate rate, List<T> batch, Function<T, Optional<Heartbeat>> update, Function<Refused, ? extends T> refusal) {
        BatchRate buckets = new BatchRate(rate);
        List<T> judged = new ArrayList<>(batch);
        IntStream.range(0, batch.size())
                .boxed()
                .flatMap(
                        index -> update.apply(batch.get(index)).map(heartbeat -> new Update(index, heartbeat)).stream())
                .sorted(Comparator.comparingLong(each -> each.heartbeat().getOccurredAt()))
                .forEach(each -> buckets.refusal(each.heartbeat())
                        .map(refusal)
                        .ifPresent(refused -> judged.set(each.index(), refused)));
        return judged;
    }

    private Optional<Refused> refusal(Heartbeat heartbeat) {
        long now = heartbeat.getOccurredAt();
        Allowance allowance = rate.take(fullAtByVideo.getOrDefault(heartbeat.getMaterialId(), now), now);
        fullAtByVideo.put(heartbeat.getMaterialId(), now + allowance.fullInMs());
        return allowance.isGiven() ? Optional.empty() : Optional.of(rate.refusal(allowance));
    }

    private record Update(int index, Heartbeat heartbeat) {}
}
