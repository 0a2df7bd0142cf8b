package dev.playhead.bench.query;

import static dev.playhead.bench.stack.Stack.INGEST;
import static dev.playhead.bench.stack.Stack.QUERY;

import dev.playhead.bench.load.Expected;
import dev.playhead.bench.load.Http;
import dev.playhead.bench.load.Lanes;
import dev.playhead.bench.query.Reads.Read;
import dev.playhead.bench.report.Figure;
import dev.playhead.bench.report.Goal;
import dev.playhead.bench.report.Measured;
import dev.playhead.bench.report.Round;
import dev.playhead.bench.stack.LimitProcess;
import dev.playhead.bench.stack.Stack;
import dev.playhead.bench.turn.Ground;
import dev.playhead.bench.turn.Measurement;
import dev.playhead.local.parts.Ports.Listener;
import dev.playhead.testing.tokens.TokenRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// How long reads take beside the bare select of the same rows, through HTTP.
public final class QueryBench implements Measurement {
    private static final Goal GOAL = Goal.atMost(2);

    /// Many more than are ever asked at a time.
    private static final int CONNECTIONS = 32;

    private final Predicate<Read> wanted;

    public QueryBench() {
        this(read -> true);
    }

    private QueryBench(Predicate<Read> wanted) {
        this.wanted = wanted;
    }

    /// One of the reads alone.
    public static QueryBench of(String path) {
        return new QueryBench(read -> read.path().equals(path));
    }

    @Override
    public List<Measured> run(Ground ground) throws Exception {
        Watched watched = Watched.ofRows(ground.rows());
        try (Stack stack = Stack.begin(ground);
                Http http = new Http()) {
            stack.start(INGEST, QUERY);
            watched.putCourse(stack, http);
            ground.say().accept("Filling the table with %,d rows".formatted(ground.rows()));
            watched.fill(stack, ground.say());
            try (LimitProcess limit = LimitProcess.served(ground, BareSelect.class, database(stack))) {
                Map<String, String> tokens = new ConcurrentHashMap<>();
                Reads reads = new Reads(
                        watched,
                        student -> tokens.computeIfAbsent(student, id -> stack.token(TokenRequest.student(id))));
                List<Read> asked = reads.all().stream().filter(wanted).toList();
                return new Turns(ground, stack.url(Listener.QUERY), limit.url()).measure(asked);
            }
        }
    }

    private record Turns(Ground ground, String ours, String limit) {
        /// All are warm before the first is measured: what one compiles, the others use.
        List<Measured> measure(List<Read> reads) throws Exception {
            for (Read read : reads) {
                ground.say().accept("Warming up: " + read.path());
                Duration shortly = ground.each().dividedBy(4);
                p99(read, limit, read.limit(), shortly);
                p99(read, ours, read.ours(), shortly);
            }
            List<Measured> measured = new ArrayList<>();
            for (Read read : reads) {
                List<Round> rounds = ground.inTurn(
                        read.path(),
                        () -> p99(read, limit, read.limit(), ground.each()),
                        () -> p99(read, ours, read.ours(), ground.each()));
                measured.add(new Measured(read.path(), "ms p99", GOAL, rounds));
            }
            return measured;
        }

        private static Figure p99(Read read, String url, Supplier<Expected> calls, Duration during) {
            return Figure.p99(new Lanes(url, CONNECTIONS, calls).openLoop(read.perSecond(), during));
        }
    }

    private static Map<String, String> database(Stack stack) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                stack.databaseUrl(),
                "SPRING_DATASOURCE_USERNAME",
                "postgres",
                "SPRING_DATASOURCE_PASSWORD",
                stack.databasePassword());
    }
}
