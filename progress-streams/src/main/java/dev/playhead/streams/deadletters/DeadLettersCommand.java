package dev.playhead.streams.deadletters;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/// `dead-letters list`, `show` and `redrive`.
public final class DeadLettersCommand {
    public static final String NAME = "dead-letters";

    private static final String USAGE = """
            Usage: dead-letters list [--limit N] [--reason R] [--all]
                   dead-letters show N
                   dead-letters redrive [--reason R] [N ...]

            list      prints what was set aside and not put back, the newest last
              --limit N   the newest so many (default: 100)
              --reason R  of UNREADABLE, UNKNOWN_SCHEMA, OUT_OF_RANGE, FAILED only
              --all       also what was put back
            show      prints the headers of number N, and its value as it was received
            redrive   puts back to where they came from those of the numbers, or all; each once, however
                      often it is run
              --reason R  only those that were set aside for it

              --bootstrap HOST:PORT  the broker (default: SPRING_KAFKA_BOOTSTRAP_SERVERS, localhost:9092)
              --prefix P             of the topics (default: PLAYHEAD_TOPIC_PREFIX, playhead.)
              --config FILE          settings of Kafka's clients, one NAME=VALUE a line; beside them those
                                     in the environment as SPRING_KAFKA_PROPERTIES_*

            Exit status: 0 when it is done, also where there was nothing to do; 1 when the broker or the topic
            is not there, 2 for wrong arguments, 3 for a number that is no dead letter's.
            """;

    private DeadLettersCommand() {}

    /// @param words what stands after the command's name
    /// @return the exit status
    public static int run(List<String> words, Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            CommandLine line = CommandLine.of(words);
            switch (line.request()) {
                case Request.Help help -> out.print(USAGE);
                case Request.Listing listing ->
                    with(line, environment, (connection, topic) -> Listing.print(listing, topic, out));
                case Request.Showing showing ->
                    with(line, environment, (connection, topic) -> Showing.print(showing.number(), topic, out));
                case Request.Redriving redriving ->
                    with(line, environment, (connection, topic) -> redrive(redriving, connection, topic, out));
            }
            return ExitStatus.DONE.code();
        } catch (RefusedException e) {
            err.println(NAME + ": " + e.reason());
            if (e.status() == ExitStatus.WRONG_ARGUMENTS) {
                err.print(USAGE);
            }
            return e.status().code();
        }
    }

    private static void with(
            CommandLine line, Map<String, String> environment, BiConsumer<Connection, DeadLetterTopic> action) {
        Connection connection = Connection.of(line, environment);
        try (DeadLetterTopic topic = DeadLetterTopic.open(connection)) {
            action.accept(connection, topic);
        } catch (KafkaException e) {
            throw new RefusedException(
                    ExitStatus.NOT_POSSIBLE,
                    isFenced(e)
                            ? "Another redrive was started and has taken over; let it end."
                            : "Kafka at " + connection.brokers() + " does not serve: " + reason(e),
                    e);
        }
    }

    private static void redrive(
            Request.Redriving request, Connection connection, DeadLetterTopic topic, PrintStream out) {
        try (Redrive redrive = new Redrive(connection, topic)) {
            List<Long> numbers = redrive.run(request.selection());
            out.println(
                    numbers.isEmpty()
                            ? "Nothing to put back."
                            : "Put back " + numbers.size() + ": " + Text.numbers(numbers));
        }
    }

    private static boolean isFenced(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof ProducerFencedException
                        || failure instanceof InvalidProducerEpochException
                        || isFenced(failure.getCause()));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : reason(cause);
    }
}
