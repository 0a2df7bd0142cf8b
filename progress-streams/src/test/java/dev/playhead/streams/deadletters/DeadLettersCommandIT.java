package dev.playhead.streams.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.schemas.id.DeadLetter.Reason;
import dev.playhead.streams.deadletters.Request.Selection;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.parts.ServiceJar;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersCommandIT {
    private static final ServiceJar JAR = ServiceJar.of("progress-streams");
    private static final Selection ALL = new Selection(Optional.empty(), new TreeSet<>());

    private Sandbox sandbox;
    private SetAside aside;

    @BeforeEach
    void topics() {
        sandbox = Stack.shared().sandbox(DeadLettersCommandIT.class);
        aside = new SetAside(sandbox);
    }

    @AfterEach
    void close() {
        aside.close();
    }

    @Test
    void list_has_a_line_for_each_the_newest_last() {
        aside.letter("ana", Reason.UNREADABLE);
        aside.letter("bob", Reason.FAILED);
        aside.letter("cid", Reason.FAILED);

        List<String> lines = run("list").succeeded().lines();

        String from = aside.topics().activity().name() + "-1@70";
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1))
                .matches(" +0  2026-11-20T08:00:03Z +UNREADABLE +" + from + " +ana +it\\\\u000awas not sound");
        assertThat(lines.get(3)).contains(" 2 ", "cid");
        assertThat(run("list --limit 1 --reason failed").succeeded().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("cid"))
                .last()
                .isEqualTo("1 older not shown; --limit shows more.");
        assertThat(run("list --reason out_of_range").succeeded().lines()).containsExactly("No dead letters.");
    }

    @Test
    void show_prints_all_that_is_known_and_the_bytes() {
        long number = aside.letter("ana", Reason.FAILED);

        List<String> lines = run("show " + number).succeeded().lines();

        assertThat(lines)
                .contains(
                        "received    2026-11-20T08:00:00Z",
                        "set aside   2026-11-20T08:00:03Z by progress-streams",
                        "reason      FAILED",
                        "put back    no",
                        "key         ana",
                        "header      traceparent: 00-of-ana",
                        "value       13 bytes",
                        "00000000  77 68 61 74 20 61 6e 61 20 73 61 69 64           |what ana said|");
    }

    @Test
    void what_is_put_back_is_what_was_received() {
        aside.letter("bob", Reason.FAILED);
        long number = aside.letter("ana", Reason.FAILED);

        assertThat(run("redrive " + number).succeeded().lines()).containsExactly("Put back 1: " + number);

        ConsumerRecord<byte[], byte[]> back = aside.activities().getFirst();
        Map<String, String> headers = new TreeMap<>();
        back.headers().forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(back.partition()).isEqualTo(1);
        assertThat(back.key()).isEqualTo("ana".getBytes(StandardCharsets.UTF_8));
        assertThat(back.value()).isEqualTo("what ana said".getBytes(StandardCharsets.UTF_8));
        assertThat(back.timestamp()).isEqualTo(SetAside.RECEIVED.toEpochMilli());
        assertThat(headers).isEqualTo(Map.of("traceparent", "00-of-ana", "playhead-redriven", String.valueOf(number)));
    }

    @Test
    void each_is_put_back_once_however_it_is_asked_for() {
        aside.letter("ana", Reason.UNREADABLE);
        aside.letter("bob", Reason.FAILED);
        aside.letter("cid", Reason.FAILED);
        aside.letter("dee", Reason.UNREADABLE);

        run("redrive 1 3").succeeded();
        run("redrive 1 3").succeeded();
        run("redrive --reason failed").succeeded();
        assertThat(run("list").succeeded().lines()).hasSize(2).last().asString().contains("ana");
        run("redrive").succeeded();
        assertThat(run("redrive").succeeded().lines()).containsExactly("Nothing to put back.");
        assertThat(run("redrive 2").succeeded().lines()).containsExactly("Nothing to put back.");

        assertThat(aside.students()).containsExactly("bob", "dee", "cid", "ana");
        assertThat(run("list").succeeded().lines()).containsExactly("No dead letters.");
        assertThat(run("list --all").succeeded().lines())
                .hasSize(5)
                .last()
                .asString()
                .contains("(put back)");
        assertThat(run("show 2").succeeded().lines()).contains("put back    yes");
    }

    @Test
    void more_than_a_transaction_holds_are_put_back_in_their_order() {
        List<String> students = IntStream.range(0, 230).mapToObj(i -> "s" + i).toList();
        students.forEach(student -> aside.letter(student, Reason.FAILED));

        run("redrive").succeeded();

        assertThat(aside.students()).isEqualTo(students);
    }

    @Test
    void a_redrive_that_was_killed_has_put_nothing_back_and_the_next_one_does() {
        aside.letter("ana", Reason.FAILED);
        try (DeadLetterTopic topic = DeadLetterTopic.open(connection());
                Producer<byte[], byte[]> killed = aside.transactional(Redrive.transactionalId(connection()))) {
            killed.beginTransaction();
            killed.send(PutBack.of(topic.letter(0).orElseThrow()));
            killed.send(Redriven.note(connection().topic(), List.of(0L)));
            killed.flush();

            assertThat(run("redrive").succeeded().lines()).containsExactly("Put back 1: 0");

            assertThatThrownBy(killed::commitTransaction).isInstanceOf(ProducerFencedException.class);
            assertThat(aside.students()).containsExactly("ana");
        }
    }

    @Test
    void a_redrive_that_another_has_overtaken_puts_nothing_back() {
        try (DeadLetterTopic topic = DeadLetterTopic.open(connection());
                Redrive overtaken = new Redrive(connection(), topic)) {
            run("redrive").succeeded();
            aside.letter("ana", Reason.FAILED);

            assertThatThrownBy(() -> overtaken.run(ALL)).isInstanceOf(KafkaException.class);

            assertThat(aside.activities()).isEmpty();
        }
    }

    @Test
    void a_redrive_reads_on_behind_a_transaction_that_is_still_open() {
        try (Producer<byte[], byte[]> service = aside.transactional("service")) {
            service.beginTransaction();
            service.send(aside.record("ana", Reason.FAILED));
            service.flush();
            aside.letter("bob", Reason.FAILED);

            CompletableFuture<Outcome> redrive = CompletableFuture.supplyAsync(() -> run("redrive"));
            assertThat(redrive).failsWithin(Duration.ofSeconds(3));
            service.commitTransaction();

            assertThat(redrive).succeedsWithin(Duration.ofSeconds(30));
            assertThat(aside.students()).containsExactly("ana", "bob");
        }
    }

    @Test
    void a_number_that_is_no_dead_letters_stops_all_of_them() {
        aside.letter("ana", Reason.FAILED);

        Outcome outcome = run("redrive 0 8 9");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(outcome.err()).isEqualTo("dead-letters: There is no dead letter of number 8, 9.\n");
        assertThat(aside.activities()).isEmpty();
        assertThat(run("show 8").status()).isEqualTo(3);
        run("redrive").succeeded();
        // The note of that redrive.
        assertThat(run("show 2").err()).isEqualTo("dead-letters: There is no dead letter of number 2.\n");
    }

    @Test
    void a_topic_that_is_missing_is_said() {
        Outcome outcome = Outcome.of("list --bootstrap " + sandbox.bootstrapServers() + " --prefix nobodys.");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("dead-letters: There is no topic nobodys.dead-letters at " + sandbox.bootstrapServers())
                .hasLineCount(1);
    }

    @Test
    void a_broker_that_is_away_is_said() {
        String nobody = "127.0.0.1:" + FreePorts.next();

        Outcome outcome = Outcome.of("redrive --bootstrap " + nobody);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).isEqualTo("dead-letters: No broker answers at " + nobody + ".\n");
    }

    @Test
    void the_shipped_jar_has_the_command_and_starts_nothing_else(@TempDir Path directory) throws IOException {
        aside.letter("ana", Reason.FAILED);
        Path printed = directory.resolve("printed");
        List<String> line = JAR.command(List.of("dead-letters", "list", "--limit", "1"));
        Map<String, String> environment = Map.of(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", sandbox.bootstrapServers(),
                "PLAYHEAD_TOPIC_PREFIX", sandbox.topicPrefix());

        try (ChildProcess process =
                ChildProcess.start(Command.of("dead-letters", line, printed).environment(environment))) {
            process.awaitSuccess(Duration.ofSeconds(60));
        }

        assertThat(Files.readAllLines(printed)).hasSize(2).last().asString().contains("FAILED", "ana");
    }

    private Outcome run(String words) {
        return Outcome.of(words + " --bootstrap " + sandbox.bootstrapServers() + " --prefix " + sandbox.topicPrefix());
    }

    private Connection connection() {
        return new Connection(sandbox.topicPrefix(), Map.of("bootstrap.servers", sandbox.bootstrapServers()));
    }
}
