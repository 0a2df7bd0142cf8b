package dev.playhead.bench.ingest;

import dev.playhead.bench.load.Lanes;
import dev.playhead.bench.load.WarmUp;
import dev.playhead.bench.report.Figure;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/// One that takes heartbeats.
record Contestant(String name, Lanes lanes) {
    void warmUp(Duration each, Consumer<String> say) throws Exception {
        WarmUp.run(name, say, () -> lanes.saturate(each));
    }

    /// How many a second it takes at most, and what of a core it took to send them.
    Figure saturated(Duration each) {
        long cpuNanos = cpuNanos();
        double perSecond = lanes.saturate(each);
        double cores = (double) (cpuNanos() - cpuNanos) / each.toNanos();
        return Figure.of(perSecond).with(Map.of("load_cores", cores));
    }

    /// How long answers take at a rate.
    Figure at(double perSecond, Duration each) {
        Histogram nanos = lanes.openLoop(perSecond, each);
        return Figure.p99(nanos).with(Map.of("per_s", perSecond));
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }
}
