package dev.playhead.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param rows of progress
/// @param rounds of limit and ours in turn
/// @param each how long each of them is called in a round
/// @param json where to write what was measured
record Options(long rows, int rounds, Duration each, Optional<Path> json) {
    static final long ROWS = 1_000_000;
    static final long ROWS_LONG = 10_000_000;

    private static final long ROWS_MIN = 100;
    private static final long ROWS_MAX = 100_000_000;
    private static final int ROUNDS = 3;
    private static final int SECONDS = 8;
    private static final int SMALL_MAX = 1_000;

    /// @throws IllegalArgumentException with a sentence that says what is wrong
    static Options parse(List<String> words) {
        Options options = new Options(ROWS, ROUNDS, Duration.ofSeconds(SECONDS), Optional.empty());
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            options = switch (word) {
                case "query" -> options;
                case "--long" -> options.withRows(ROWS_LONG);
                case "--rows" -> options.withRows(number(word, rest, ROWS_MIN, ROWS_MAX));
                case "--rounds" ->
                    new Options(options.rows, (int) number(word, rest, 1, SMALL_MAX), options.each, options.json);
                case "--seconds" ->
                    new Options(
                            options.rows,
                            options.rounds,
                            Duration.ofSeconds(number(word, rest, 1, SMALL_MAX)),
                            options.json);
                case "--json" ->
                    new Options(options.rows, options.rounds, options.each, Optional.of(Path.of(value(word, rest))));
                default -> throw new IllegalArgumentException("unknown word " + word);
            };
        }
        return options;
    }

    private Options withRows(long number) {
        return new Options(number, rounds, each, json);
    }

    private static String value(String word, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(word + " needs a value");
        }
        return rest.next();
    }

    private static long number(String word, Iterator<String> rest, long min, long max) {
        String value = value(word, rest);
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other that will not do.
        }
        throw new IllegalArgumentException("%s needs a number from %d to %d, not %s".formatted(word, min, max, value));
    }
}
