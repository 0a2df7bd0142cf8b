package dev.playhead.bench.ingest;

import static dev.playhead.bench.stack.Stack.INGEST;

import dev.playhead.bench.load.Http;
import dev.playhead.bench.load.Lanes;
import dev.playhead.bench.load.Request;
import dev.playhead.bench.report.Figure;
import dev.playhead.bench.report.Goal;
import dev.playhead.bench.report.Measured;
import dev.playhead.bench.stack.LimitProcess;
import dev.playhead.bench.stack.Stack;
import dev.playhead.bench.turn.Ground;
import dev.playhead.bench.turn.Measurement;
import dev.playhead.local.parts.Ports.Listener;
import dev.playhead.testing.student.WatchReport;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// Batches of what players had kept while they were offline, against a producer that writes the same
/// records as they lie ready.
public final class BatchBench implements Measurement {
    private static final Goal GOAL = Goal.atLeast(0.5);
    private static final int CONNECTIONS = 16;
    private static final int STUDENTS = 100;
    static final int VIDEOS = 20;
    static final int BATCH = 500;
    private static final int SAMPLE = 4 * BATCH;

    @Override
    public List<Measured> run(Ground ground) throws Exception {
        try (Stack stack = Stack.begin(ground);
                Http http = new Http()) {
            stack.start(INGEST);
            Lesson lesson = new Lesson(VIDEOS, Lesson.BEAT);
            lesson.put(stack, http);
            ground.say().accept("Writing down what %d students had kept".formatted(STUDENTS));
            Contestant ours = new Contestant(
                    "ingest-api",
                    new Lanes(
                            stack.url(Listener.INGEST),
                            CONNECTIONS,
                            new RoundRobin(batches(stack, lesson), "\"accepted\":" + BATCH)));
            ours.warmUp(ground.each(), ground.say());
            try (LimitProcess produce =
                    LikeIngest.limit(ground, stack, ProduceLimit.class, ProduceLimit.TOPIC, SAMPLE)) {
                return List.of(measured(ground, ours, new Producing(produce.url())));
            }
        }
    }

    private static Measured measured(Ground ground, Contestant ours, Producing produce) throws Exception {
        ground.say().accept("Warming up: produce");
        produce.perSecond(ground.each());
        return new Measured(
                "batch",
                "/s",
                GOAL,
                ground.inTurn(
                        "batches of " + BATCH,
                        () -> Figure.of(produce.perSecond(ground.each())),
                        () -> heartbeats(ours, ground.each())));
    }

    private static Figure heartbeats(Contestant ours, Duration each) {
        Figure batches = ours.saturated(each);
        return Figure.of(batches.value() * BATCH).with(batches.more());
    }

    private static List<Request> batches(Stack stack, Lesson lesson) {
        Instant sentAt = Instant.now();
        return IntStream.range(0, STUDENTS)
                .mapToObj(student -> {
                    List<WatchReport> kept = lesson.reports(student)
                            .flatMap(List::stream)
                            .limit(BATCH)
                            .toList();
                    String token = stack.token(TokenRequest.student(Lesson.id(student)));
                    return Request.post("/api/progress/heartbeats", token, Bodies.batch(kept, sentAt));
                })
                .toList();
    }
}
