package dev.playhead.ingest.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.Answer;
import dev.playhead.ingest.Bodies;
import dev.playhead.ingest.Log;
import dev.playhead.ingest.RunningIngest;
import dev.playhead.schemas.event.Course;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A hundred at once, of two instances behind one address.
class ManyPutsIT {
    private static final int CALLS = 100;
    private static final int ROUNDS = 3;
    private static final Sandbox SANDBOX = Stack.shared().sandbox(ManyPutsIT.class);

    private static List<RunningIngest> instances;

    @BeforeAll
    static void start() {
        instances = List.of(RunningIngest.start(SANDBOX), RunningIngest.start(SANDBOX));
    }

    @AfterAll
    static void stop() {
        instances.forEach(RunningIngest::close);
    }

    @Test
    void of_those_that_change_one_version_exactly_one_wins_and_both_instances_agree() throws Exception {
        List<Answer> won = new ArrayList<>();
        won.add(put(0, "first", "If-None-Match", "*").isAccepted());

        for (int round = 0; round < ROUNDS; round++) {
            won.add(onlyWinner(atOnce(round, won.getLast().header("ETag"))));
        }

        List<Course> written = new Log(SANDBOX.bootstrapServers(), SANDBOX.topicPrefix() + "catalog")
                .records().stream().map(record -> (Course) record.value()).toList();
        assertThat(written.stream().map(course -> "\"%d\"".formatted(course.getVersion())))
                .containsExactlyElementsOf(
                        won.stream().map(answer -> answer.header("ETag")).toList());
        agree(written.getLast());
    }

    private static List<Answer> atOnce(int round, String version) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, CALLS)
                    .mapToObj(i -> callers.submit(() -> put(i, round + " of " + i, "If-Match", version)))
                    .toList();
            List<Answer> all = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    private static Answer onlyWinner(List<Answer> answers) {
        List<Answer> winners =
                answers.stream().filter(answer -> answer.status() == 202).toList();
        answers.stream().filter(answer -> answer.status() != 202).forEach(answer -> answer.isProblem(412));
        assertThat(winners).hasSize(1);
        return winners.getFirst();
    }

    /// Each in turn changes what is there now, and nothing else.
    private static void agree(Course last) {
        String stale = "\"%d\"".formatted(last.getVersion());
        String current = stale;
        for (int i = 0; i < instances.size(); i++) {
            Answer answer = put(i, "of instance " + i, "If-Match", current).isAccepted();
            current = answer.header("ETag");
        }
        for (int i = 0; i < instances.size(); i++) {
            put(i, "of instance " + i, "If-Match", stale).isProblem(412);
        }
    }

    private static Answer put(int caller, String title, String header, String value) {
        return instances
                .get(caller % instances.size())
                .as(TokenRequest.admin("root"))
                .putCourse("c", Bodies.course(title, "v"), header, value);
    }
}
