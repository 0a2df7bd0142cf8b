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

/// Judges the rate of one student's batch by when its updates happened, in that order, so that a
/// backlog of hours is taken whole. It remembers nothing from batch to batch: one whose answer was
/// lost is sent again, and is the same.
final class BatchRate {
    private final Rate rate;
    private final Map<String, Bucket> byVideo = new HashMap<>();

    private BatchRate(Rate rate) {
        this.rate = rate;
    }

    /// @param update what the rate is about; empty of one that is none, which stays as it is
    /// @param refusal takes the place of one that is too soon
    static <T> List<T> judge(
            Rate rate, List<T> batch, Function<T, Optional<Heartbeat>> update, Function<Refused, ? extends T> refusal) {
        BatchRate buckets = new BatchRate(rate);
        List<T> judged = new ArrayList<>(batch);
        for (Update each : inOrder(batch, update)) {
            buckets.refusal(each.heartbeat()).map(refusal).ifPresent(refused -> judged.set(each.index(), refused));
        }
        return judged;
    }

    private static <T> List<Update> inOrder(List<T> batch, Function<T, Optional<Heartbeat>> update) {
        List<Update> updates = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            int index = i;
            update.apply(batch.get(i)).ifPresent(heartbeat -> updates.add(new Update(index, heartbeat)));
        }
        updates.sort(Comparator.comparingLong(each -> each.heartbeat().getOccurredAt()));
        return updates;
    }

    private Optional<Refused> refusal(Heartbeat heartbeat) {
        long now = heartbeat.getOccurredAt();
        Bucket bucket = byVideo.computeIfAbsent(heartbeat.getMaterialId(), first -> new Bucket(now));
        Allowance allowance = rate.take(bucket.fullAt, now);
        bucket.fullAt = now + allowance.fullInMs();
        return allowance.isGiven() ? Optional.empty() : Optional.of(rate.refusal(allowance));
    }

    private static final class Bucket {
        private long fullAt;

        private Bucket(long fullAt) {
            this.fullAt = fullAt;
        }
    }

    private record Update(int index, Heartbeat heartbeat) {}
}
