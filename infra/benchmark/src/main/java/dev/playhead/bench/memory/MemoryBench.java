package dev.playhead.bench.memory;

import static dev.playhead.bench.stack.Stack.INGEST;
import static dev.playhead.bench.stack.Stack.QUERY;
import static dev.playhead.bench.stack.Stack.STREAMS;

import dev.playhead.bench.backlog.Broker;
import dev.playhead.bench.report.Figure;
import dev.playhead.bench.report.Goal;
import dev.playhead.bench.report.Measured;
import dev.playhead.bench.report.Round;
import dev.playhead.bench.stack.Memory;
import dev.playhead.bench.stack.Stack;
import dev.playhead.bench.turn.Ground;
import dev.playhead.bench.turn.Measurement;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a simulated school year leaves on disk for each pair of student and video, stores
/// compacted; and beside it what the services take when it has gone through them.
public final class MemoryBench implements Measurement {
    private static final double BYTES_MAX = 200;
    private static final double BYTES_IN_MB = 1_024 * 1_024;
    private static final List<String> SERVICES = List.of(INGEST, STREAMS, QUERY);

    @Override
    public List<Measured> run(Ground ground) throws Exception {
        try (Stack stack = Stack.begin(ground);
                Broker broker = new Broker(stack)) {
            Topics topics = Topics.of(TopicSettings.DEFAULT);
            broker.ensure(topics.all());
            stack.start(INGEST, STREAMS, QUERY);
            new Year(broker, stack, topics, ground.say()).passes();
            Map<String, Double> footprints = new LinkedHashMap<>();
            for (String service : SERVICES) {
                long pid = stack.process(service).pid();
                footprints.put(service + "_heap_mb", Memory.liveHeapBytes(pid) / BYTES_IN_MB);
                footprints.put(service + "_resident_mb", Memory.residentBytes(pid) / BYTES_IN_MB);
            }
            stack.stop(STREAMS);
            ground.say().accept("Compacting the stores");
            return List.of(new Measured(
                    "state on disk",
                    "bytes/pair",
                    Goal.atMost(1),
                    List.of(new Round(Figure.of(BYTES_MAX), state(stack).with(footprints)))));
        }
    }

    private static Figure state(Stack stack) throws Exception {
        StateDirectory directory = new StateDirectory(stack.directory("streams"));
        StoreOnDisk watchStates = directory.store("watch-states");
        StoreOnDisk courseStates = directory.store("course-states");
        double pairs = watchStates.keys();
        return Figure.of((watchStates.bytes() + courseStates.bytes()) / pairs)
                .with(Map.of("pairs", pairs, "of_courses", courseStates.bytes() / pairs));
    }
}
