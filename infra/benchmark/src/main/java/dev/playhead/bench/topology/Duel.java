package dev.playhead.bench.topology;

import static dev.playhead.bench.stack.Stack.STREAMS;

import dev.playhead.bench.backlog.Broker;
import dev.playhead.bench.backlog.Entry;
import dev.playhead.bench.backlog.EventBytes;
import dev.playhead.bench.backlog.PrimeTime;
import dev.playhead.bench.report.Round;
import dev.playhead.bench.stack.LimitProcess;
import dev.playhead.bench.stack.Stack;
import dev.playhead.bench.turn.Ground;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// Ours and the limit, both warm and with nothing to do, each on topics of its own, and the
/// heartbeats that both are given next.
final class Duel implements AutoCloseable {
    private static final String OURS = TopicSettings.DEFAULT.prefix();
    private static final String LIMITS = "bench.";
    /// So many times so many: by the lines of eight rounds without, most of both is compiled after some
    /// 600,000.
    private static final int WARM_UP = 150_000;

    private static final int WARM_UPS = 4;

    /// Students whose states are restored before a service must be ready.
    private static final long GROWN_AT_ONCE = 125_000;

    private static final int ROUND_MIN = 20_000;
    private static final int ROUND_MAX = 200_000;

    private final Ground ground;
    private final Broker broker;
    private final Stack stack;
    private final PrimeTime students;
    private final EventBytes bytes;
    private final Contender ours;
    private final Contender limit;
    private final Path settings;
    private LimitProcess process;
    private final int aRound;
    private List<Entry> next = List.of();

    Duel(Ground ground, Stack stack, PrimeTime students) throws Exception {
        Topics topics = topics(OURS);
        Topics limits = topics(LIMITS);
        this.ground = ground;
        this.stack = stack;
        this.students = students;
        this.broker = new Broker(stack);
        this.bytes = new EventBytes(stack, topics.activity());
        this.ours = new Contender(STREAMS, broker, topics.activity(), OURS + STREAMS);
        this.limit = new Contender("the limit", broker, limits.activity(), LIMITS + "store");
        broker.ensure(topics.all());
        broker.ensure(limits.all());
        putCourse(topics);
        stack.start(STREAMS);
        ground.say().accept("Warming up with %,d heartbeats".formatted(WARM_UPS * WARM_UP));
        List<List<Entry>> first = new ArrayList<>();
        for (int again = 0; again < WARM_UPS; again++) {
            first.add(heartbeats(WARM_UP));
            ours.drain(first.getLast(), ground.say());
        }
        Traffic traffic = Traffic.of(broker, OURS, topics, (long) WARM_UPS * WARM_UP);
        ground.say().accept("For each heartbeat ours writes: " + traffic);
        this.settings = settings(traffic);
        this.process = startLimit();
        double perSecond = 0;
        for (List<Entry> each : first) {
            perSecond = limit.drain(each, ground.say()).value();
        }
        this.aRound = (int) Math.clamp(perSecond * ground.each().toSeconds(), ROUND_MIN, ROUND_MAX);
    }

    /// The same heartbeats to one after the other.
    List<Round> rounds(String path) throws Exception {
        return ground.inTurn(
                path,
                () -> {
                    next = heartbeats(aRound);
                    return limit.drain(next, ground.say());
                },
                () -> ours.drain(next, ground.say()));
    }

    /// Gives the stores of both the states of so many students more, who do nothing.
    void grow(long number) throws Exception {
        Dormant dormant = Dormant.like(broker, ours.group(), ours.activity().partitions(), students.videos());
        process.close();
        for (long from = 1; from <= number; from += GROWN_AT_ONCE) {
            long until = Math.min(number + 1, from + GROWN_AT_ONCE);
            ground.say()
                    .accept("Growing the stores to %,d pairs"
                            .formatted((until - 1) * dormant.videos().size()));
            stack.stop(STREAMS);
            dormant.put(broker, ours.group(), from, until);
            dormant.put(broker, limit.group(), from, until);
            stack.start(STREAMS);
        }
        process = startLimit();
        List<Entry> again = heartbeats(WARM_UP);
        limit.drain(again, ground.say());
        ours.drain(again, ground.say());
    }

    @Override
    public void close() {
        process.close();
        bytes.close();
        broker.close();
    }

    private List<Entry> heartbeats(int count) {
        List<Entry> heartbeats = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            heartbeats.add(bytes.heartbeat(students.next()));
        }
        return heartbeats;
    }

    private LimitProcess startLimit() {
        return LimitProcess.run(ground, StoreLimit.class, Map.of(), List.of(settings.toString()));
    }

    private void putCourse(Topics topics) throws Exception {
        try (EventBytes catalog = new EventBytes(stack, topics.catalog())) {
            broker.put(topics.catalog(), List.of(catalog.course(students.course())));
        }
    }

    private Path settings(Traffic traffic) throws IOException {
        Properties settings = ShippedStreams.under(LIMITS, stack);
        traffic.write(settings);
        Path file = ground.directory("limit").resolve("streams.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return file;
    }

    private static Topics topics(String prefix) {
        return Topics.of(new TopicSettings(prefix, TopicSettings.DEFAULT.partitions(), null, null));
    }
}
