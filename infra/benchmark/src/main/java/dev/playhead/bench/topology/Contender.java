package dev.playhead.bench.topology;

import dev.playhead.bench.backlog.Backlog;
import dev.playhead.bench.backlog.Broker;
import dev.playhead.bench.backlog.Drain;
import dev.playhead.bench.backlog.Entry;
import dev.playhead.bench.report.Figure;
import dev.playhead.schemas.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A running topology that reads heartbeats.
///
/// @param activity where it reads them
/// @param group under which it says how far it is
record Contender(String name, Broker broker, Topic activity, String group) {

    /// Gives it a backlog, and looks how fast it is drained: every effect of what is drained is
    /// committed.
    Figure drain(List<Entry> heartbeats, Consumer<String> say) throws Exception {
        Backlog backlog = broker.put(activity, heartbeats);
        Drain drain = new Drain(name, () -> broker.committed(group, activity), say);
        return Figure.of(drain.perSecond(backlog)).with(Map.of("records", (double) backlog.size()));
    }
}
