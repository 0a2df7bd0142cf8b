package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.heartbeat.Verdict.Accepted;
import dev.playhead.schemas.event.Heartbeat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Judges the rate of one student's batch by when its heartbeats happened, in that order, so that a
/// backlog of hours is taken whole. It remembers nothing from batch to batch: one whose answer was
/// lost is sent again, and is the same.
final class BatchRate {
    private final Rate rate;
    private final Map<String, Long> fullAtByVideo = new HashMap<>();

    private BatchRate(Rate rate) {
        this.rate = rate;
    }

    static List<Verdict> judge(Rate rate, List<Verdict> verdicts) {
        BatchRate buckets = new BatchRate(rate);
        List<Verdict> judged = new ArrayList<>(verdicts);
        IntStream.range(0, verdicts.size())
                .filter(index -> verdicts.get(index) instanceof Accepted)
                .boxed()
                .sorted(Comparator.comparingLong(index -> occurredAt(verdicts.get(index))))
                .forEach(index -> judged.set(index, buckets.judge(verdicts.get(index))));
        return judged;
    }

    private Verdict judge(Verdict verdict) {
        if (!(verdict instanceof Accepted(Heartbeat heartbeat))) {
            return verdict;
        }
        long now = heartbeat.getOccurredAt();
        Allowance allowance = rate.take(fullAtByVideo.getOrDefault(heartbeat.getMaterialId(), now), now);
        fullAtByVideo.put(heartbeat.getMaterialId(), now + allowance.fullInMs());
        return allowance.isGiven() ? verdict : rate.refusal(allowance);
    }

    private static long occurredAt(Verdict verdict) {
        return verdict instanceof Accepted(Heartbeat heartbeat) ? heartbeat.getOccurredAt() : 0;
    }
}
