package dev.playhead.bench.projection;

import static dev.playhead.bench.stack.Stack.QUERY;

import dev.playhead.bench.backlog.Broker;
import dev.playhead.bench.backlog.EventBytes;
import dev.playhead.bench.load.Http;
import dev.playhead.bench.report.Goal;
import dev.playhead.bench.report.Measured;
import dev.playhead.bench.stack.LimitProcess;
import dev.playhead.bench.stack.Stack;
import dev.playhead.bench.turn.Ground;
import dev.playhead.bench.turn.Measurement;
import dev.playhead.schemas.topic.TopicSettings;
import dev.playhead.schemas.topic.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;

/// How many rows a second the projection writes from a backlog, beside their upserts alone.
public final class ProjectionBench implements Measurement {
    private static final String PATH = "projection";
    private static final Goal GOAL = Goal.atLeast(0.8);

    @Override
    public List<Measured> run(Ground ground) throws Exception {
        Topics topics = Topics.of(TopicSettings.DEFAULT);
        try (Stack stack = Stack.begin(ground);
                Http http = new Http();
                Broker broker = new Broker(stack);
                EventBytes bytes = new EventBytes(stack, topics.progress())) {
            broker.ensure(topics.all());
            stack.start(QUERY);
            try (Connection database = database(stack);
                    LimitProcess limit = LimitProcess.served(ground, BareUpsert.class, settings(stack))) {
                Projections projections = new Projections(
                        ground,
                        broker,
                        topics.progress(),
                        bytes,
                        new OffsetsInTable(database, topics.progress()),
                        new RowsWritten(http, stack),
                        new Upserts(http, limit.url(), ground.directory("limit").resolve("rows")));
                projections.warmUp();
                return List.of(
                        new Measured(PATH, "rows/s", GOAL, ground.inTurn(PATH, projections::limit, projections::ours)));
            }
        }
    }

    private static Connection database(Stack stack) throws Exception {
        return DriverManager.getConnection(stack.databaseUrl(), "postgres", stack.databasePassword());
    }

    private static Map<String, String> settings(Stack stack) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                stack.databaseUrl(),
                "SPRING_DATASOURCE_USERNAME",
                "postgres",
                "SPRING_DATASOURCE_PASSWORD",
                stack.databasePassword());
    }
}
