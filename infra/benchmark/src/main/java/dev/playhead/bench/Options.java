package dev.playhead.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What the command line asks for.
///
/// @param subjects what is measured, in order
/// @param rows of progress
/// @param rounds of limit and ours in turn
/// @param each how long each of them is called in a round, where that is said
/// @param profile whether recordings are wanted
/// @param json where to write what was measured
record Options(
        List<Subject> subjects, long rows, int rounds, Optional<Duration> each, boolean profile, Optional<Path> json) {
    static final long ROWS = 1_000_000;
    static final long ROWS_LONG = 10_000_000;

    private static final long ROWS_MIN = 100;
    private static final long ROWS_MAX = 100_000_000;
    private static final int ROUNDS = 3;
    private static final int ROUNDS_MAX = 1_000;
    private static final long SECONDS_MAX = Duration.ofDays(1).toSeconds();

    Options {
        subjects = List.copyOf(subjects);
    }

    /// @throws IllegalArgumentException with a sentence that says what is wrong
    static Options parse(List<String> words) {
        List<Subject> subjects = new ArrayList<>();
        long rows = ROWS;
        int rounds = ROUNDS;
        Optional<Duration> each = Optional.empty();
        boolean profile = false;
        Optional<Path> json = Optional.empty();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--long" -> rows = ROWS_LONG;
                case "--rows" -> rows = number(word, rest, ROWS_MIN, ROWS_MAX);
                case "--rounds" -> rounds = (int) number(word, rest, 1, ROUNDS_MAX);
                case "--seconds" -> each = Optional.of(Duration.ofSeconds(number(word, rest, 1, SECONDS_MAX)));
                case "--profile" -> profile = true;
                case "--json" -> json = Optional.of(Path.of(value(word, rest)));
                default -> subjects.add(subject(word));
            }
        }
        return new Options(subjects.isEmpty() ? Subject.ordinary() : subjects, rows, rounds, each, profile, json);
    }

    private static Subject subject(String word) {
        return Subject.named(word).orElseThrow(() -> new IllegalArgumentException("unknown word " + word));
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
