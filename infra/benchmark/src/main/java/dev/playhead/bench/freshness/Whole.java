package dev.playhead.bench.freshness;

import static dev.playhead.bench.stack.Stack.INGEST;
import static dev.playhead.bench.stack.Stack.QUERY;
import static dev.playhead.bench.stack.Stack.STREAMS;

import dev.playhead.bench.ingest.Lesson;
import dev.playhead.bench.load.Http;
import dev.playhead.bench.load.Lanes;
import dev.playhead.bench.load.WarmUp;
import dev.playhead.bench.stack.Stack;
import dev.playhead.bench.turn.Ground;
import dev.playhead.local.parts.Ports.Listener;
import java.sql.SQLException;
import java.time.Duration;

/// All of the platform, with students who watch and some who look at where they stand.
record Whole(Stack stack, Audience audience, Lanes posts, Readers readers, Lag lag) implements AutoCloseable {
    private static final int VIDEOS = 10;
    private static final int CONNECTIONS = 128;

    /// A student's video has its next report when all others had theirs: enough that ingest's rate limit, which is on,
    /// refuses none where this many a second come for each core.
    private static final int STUDENTS_A_CORE = 2_000;

    /// Three services and all that is between them are compiled at the same time, on the cores that they work with.
    private static final int WARM_UP_TURNS_MAX = 10;

    private static final int NO_FASTER_MAX = 3;

    /// So many times as long as a rate is measured, at half of what was most. While all is at its limit the compilers
    /// get no more of the cores than the rest; beside this they catch up.
    private static final int SETTLING = 14;

    private static final Duration BEAT = Duration.ofSeconds(30);

    static Whole begin(Ground ground) throws Exception {
        Stack stack = Stack.begin(ground);
        try (Http http = new Http()) {
            stack.start(INGEST, STREAMS, QUERY);
            Lesson lesson = new Lesson(VIDEOS, BEAT);
            lesson.put(stack, http);
            int students = STUDENTS_A_CORE * Runtime.getRuntime().availableProcessors();
            ground.say().accept("Letting %,d students watch %d videos".formatted(students, VIDEOS));
            Readers readers = new Readers(stack.url(Listener.QUERY));
            Audience audience = new Audience(stack, lesson, students, readers);
            Lanes posts = new Lanes(stack.url(Listener.INGEST), CONNECTIONS, audience);
            return new Whole(stack, audience, posts, readers, Lag.of(stack));
        } catch (Exception e) {
            stack.close();
            throw e;
        }
    }

    /// The highest rate at which nothing piles up, when all is warm.
    ///
    /// @param each how long a rate is tried
    double maximum(Ground ground, Duration each) throws Exception {
        Maximum maximum = new Maximum(posts, audience, lag, each, ground.say());
        readers.begin(FreshnessBench.READS_PER_SECOND_MAX);
        double atOnce =
                WarmUp.run("all of the platform", ground.say(), WARM_UP_TURNS_MAX, NO_FASTER_MAX, maximum::allAtOnce);
        ground.say().accept("Letting it run at %,.0f a second, beside which it is compiled".formatted(atOnce / 2));
        posts.openLoop(atOnce / 2, each.multipliedBy(SETTLING));
        lag.awaitNone(Maximum.DRAIN_WITHIN);
        readers.end();
        readers.taken();
        ground.say().accept("Looking for the highest rate at which nothing piles up");
        return maximum.find(atOnce);
    }

    @Override
    public void close() throws SQLException {
        audience.close();
        readers.close();
        lag.close();
        stack.close();
    }
}
