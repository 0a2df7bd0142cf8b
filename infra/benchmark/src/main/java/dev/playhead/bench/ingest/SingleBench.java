package dev.playhead.bench.ingest;

import static dev.playhead.bench.stack.Stack.INGEST;

import dev.playhead.bench.load.Http;
import dev.playhead.bench.load.Lanes;
import dev.playhead.bench.load.Request;
import dev.playhead.bench.report.Goal;
import dev.playhead.bench.report.Measured;
import dev.playhead.bench.stack.LimitProcess;
import dev.playhead.bench.stack.Stack;
import dev.playhead.bench.turn.Ground;
import dev.playhead.bench.turn.Measurement;
import dev.playhead.local.parts.Ports.Listener;
import dev.playhead.testing.tokens.TokenRequest;
import java.util.List;
import java.util.Map;

/// Heartbeats by themselves over HTTP, each answered when it is durable: ours against a service that
/// only makes it durable, and against one that upserts a row.
public final class SingleBench implements Measurement {
    private static final Goal GOAL = Goal.atLeast(0.8);
    private static final int CONNECTIONS = 128;
    private static final int STUDENTS = 4_000;
    private static final int VIDEOS = 10;
    private static final int SAMPLE = 500;

    private static final String SAYING = "Watch time updated";

    @Override
    public List<Measured> run(Ground ground) throws Exception {
        try (Stack stack = Stack.begin(ground);
                Http http = new Http()) {
            stack.start(INGEST);
            Lesson lesson = new Lesson(VIDEOS, Lesson.BEAT);
            lesson.put(stack, http);
            ground.say().accept("Writing down what %,d students report of %d videos".formatted(STUDENTS, VIDEOS));
            Singles singles = Singles.of(id -> stack.token(TokenRequest.student(id)), lesson, STUDENTS);
            Contestant ours = contestant("ingest-api", stack.url(Listener.INGEST), singles.ours());
            ours.warmUp(ground.each(), ground.say());
            try (LimitProcess durable =
                            LikeIngest.limit(ground, stack, DurableLimit.class, DurableLimit.TOPIC, SAMPLE);
                    LimitProcess naive = LimitProcess.served(ground, NaiveUpsert.class, database(stack))) {
                return measured(
                        ground,
                        contestant("HTTP durable", durable.url(), singles.limits()),
                        ours,
                        contestant("one upsert each", naive.url(), singles.limits()));
            }
        }
    }

    private static List<Measured> measured(Ground ground, Contestant durable, Contestant ours, Contestant naive)
            throws Exception {
        durable.warmUp(ground.each(), ground.say());
        naive.warmUp(ground.each(), ground.say());
        SingleTurns turns = new SingleTurns(ground, durable, ours, naive);
        for (int round = 1; round <= ground.rounds(); round++) {
            turns.take(round);
        }
        return turns.measured(GOAL);
    }

    private static Contestant contestant(String name, String url, List<Request> requests) {
        return new Contestant(name, new Lanes(url, CONNECTIONS, new RoundRobin(requests, SAYING)));
    }

    private static Map<String, String> database(Stack stack) {
        String size = Integer.toString(NaiveUpsert.CONNECTIONS);
        return Map.of(
                "SPRING_DATASOURCE_URL",
                stack.databaseUrl(),
                "SPRING_DATASOURCE_USERNAME",
                "postgres",
                "SPRING_DATASOURCE_PASSWORD",
                stack.databasePassword(),
                "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE",
                size,
                "SPRING_DATASOURCE_HIKARI_MINIMUM_IDLE",
                size);
    }
}
