package dev.playhead.bench.freshness;

import dev.playhead.bench.ingest.Bodies;
import dev.playhead.bench.ingest.Lesson;
import dev.playhead.bench.load.Answer;
import dev.playhead.bench.load.Asked;
import dev.playhead.bench.load.Request;
import dev.playhead.bench.stack.Stack;
import dev.playhead.testing.student.WatchReport;
import dev.playhead.testing.tokens.TokenRequest;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Students who watch without end: who is through begins again. What they say is made by a thread of
/// its own a little before it is sent, so that it is always new.
final class Audience implements Supplier<Asked>, AutoCloseable {
    private static final int ACCEPTED = 202;
    private static final int AHEAD_MAX = 4_000;
    private static final long SEED = 5;

    private final Lesson lesson;
    private final Viewing[] watching;
    private final String[] tokens;
    private final Consumer<Written> accepted;
    private final SplittableRandom dice = new SplittableRandom(SEED);
    private final BlockingQueue<Asked> ahead = new ArrayBlockingQueue<>(AHEAD_MAX);
    private final LongAdder count = new LongAdder();
    private final Thread maker = Thread.ofPlatform().daemon().name("audience").unstarted(this::make);
    private int visits;

    /// @param size how many watch at the same time
    /// @param accepted is told of each one that was accepted, by many threads
    Audience(Stack stack, Lesson lesson, int size, Consumer<Written> accepted) {
        this.lesson = lesson;
        this.watching = new Viewing[size];
        this.tokens = new String[size];
        this.accepted = accepted;
        for (int i = 0; i < size; i++) {
            tokens[i] = stack.token(TokenRequest.student(Lesson.id(i)));
            watching[i] = new Viewing(lesson, i, 0, tokens[i], dice.nextDouble());
        }
        maker.start();
    }

    /// How many were accepted up to now.
    long count() {
        return count.sum();
    }

    @Override
    public Asked get() {
        try {
            return ahead.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        maker.interrupt();
    }

    private void make() {
        try {
            while (true) {
                for (int i = 0; i < watching.length; i++) {
                    if (watching[i].isOver()) {
                        watching[i] = new Viewing(lesson, i, ++visits, tokens[i], 0);
                    }
                    ahead.put(said(watching[i]));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Asked said(Viewing viewing) {
        WatchReport report = viewing.next();
        String path = "/api/progress/video/" + report.video() + "/watch-time";
        return new Report(Request.post(path, viewing.token(), Bodies.single(report)), viewing.token(), report.video());
    }

    private final class Report implements Asked {
        private final Request request;
        private final String token;
        private final String video;

        Report(Request request, String token, String video) {
            this.request = request;
            this.token = token;
            this.video = video;
        }

        @Override
        public Request request() {
            return request;
        }

        @Override
        public void answered(Answer answer, long dueNanos) throws IOException {
            String written = answer.header("Playhead-Written").orElse("");
            if (answer.status() != ACCEPTED || written.isEmpty()) {
                throw new IOException("%s was answered %d %s".formatted(request, answer.status(), answer.text()));
            }
            count.increment();
            accepted.accept(new Written(token, video, written, dueNanos));
        }
    }
}
