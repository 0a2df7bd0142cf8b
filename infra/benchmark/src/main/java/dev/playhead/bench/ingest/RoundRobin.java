package dev.playhead.bench.ingest;

import dev.playhead.bench.load.Asked;
import dev.playhead.bench.load.Expected;
import dev.playhead.bench.load.Request;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Requests that were made before, one after the other, and again from the first when all were sent.
final class RoundRobin implements Supplier<Asked> {
    private final List<Expected> requests;
    private final AtomicInteger next = new AtomicInteger();

    /// @param saying what every answer has in its body
    RoundRobin(List<Request> requests, String saying) {
        this.requests = requests.stream()
                .map(request -> Expected.accepted(request, saying))
                .toList();
    }

    @Override
    public Asked get() {
        return requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
    }
}
