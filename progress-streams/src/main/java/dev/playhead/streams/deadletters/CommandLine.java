package dev.playhead.streams.deadletters;

import dev.playhead.schemas.id.DeadLetter.Reason;
import dev.playhead.streams.deadletters.Request.Selection;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words after `dead-letters`, taken apart. Options may stand anywhere.
final class CommandLine {
    private static final int LIMIT = 100;
    private static final int LIMIT_MAX = 1_000_000;

    private final Deque<String> left;
    private final Deque<String> plain = new ArrayDeque<>();
    private @Nullable String bootstrap;
    private @Nullable String prefix;
    private @Nullable Path config;
    private @Nullable Reason reason;
    private @Nullable Integer limit;
    private boolean all;
    private boolean help;

    private CommandLine(List<String> words) {
        left = new ArrayDeque<>(words);
    }

    /// @throws RefusedException where a word is not understood
    static CommandLine of(List<String> words) {
        CommandLine line = new CommandLine(words);
        while (!line.left.isEmpty()) {
            line.take(line.left.pop());
        }
        return line;
    }

    Optional<String> bootstrap() {
        return Optional.ofNullable(bootstrap);
    }

    Optional<String> prefix() {
        return Optional.ofNullable(prefix);
    }

    Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    /// @throws RefusedException where it makes no sense
    Request request() {
        if (help) {
            return new Request.Help();
        }
        if (plain.isEmpty()) {
            throw wrong("Say what to do: list, show or redrive");
        }
        Deque<String> words = new ArrayDeque<>(plain);
        return switch (words.pop()) {
            case "list" -> listing(words);
            case "show" -> showing(words);
            case "redrive" -> redriving(words);
            default -> throw wrong("There is no command '" + plain.getFirst() + "'");
        };
    }

    private void take(String word) {
        switch (word) {
            case "--help", "-h" -> help = true;
            case "--all" -> all = true;
            case "--bootstrap" -> bootstrap = value(word);
            case "--prefix" -> prefix = value(word);
            case "--config" -> config = Path.of(value(word));
            case "--reason" -> reason = reason(value(word));
            case "--limit" -> limit = limit(value(word));
            default -> {
                if (word.startsWith("-")) {
                    throw wrong("Unknown option " + word);
                }
                plain.add(word);
            }
        }
    }

    private String value(String option) {
        if (left.isEmpty()) {
            throw wrong(option + " needs a value");
        }
        return left.pop();
    }

    private Request listing(Deque<String> words) {
        if (!words.isEmpty()) {
            throw wrong("list takes no '" + words.getFirst() + "'");
        }
        return new Request.Listing(
                new Selection(Optional.ofNullable(reason), new TreeSet<>()), limit == null ? LIMIT : limit, all);
    }

    private Request showing(Deque<String> words) {
        refuseOptionsOfList("show");
        if (reason != null || words.size() != 1) {
            throw wrong("show takes one number, as list prints it");
        }
        return new Request.Showing(number(words.pop()));
    }

    private Request redriving(Deque<String> words) {
        refuseOptionsOfList("redrive");
        SortedSet<Long> numbers =
                words.stream().map(CommandLine::number).collect(Collectors.toCollection(TreeSet::new));
        return new Request.Redriving(new Selection(Optional.ofNullable(reason), numbers));
    }

    private void refuseOptionsOfList(String command) {
        if (limit != null || all) {
            throw wrong((all ? "--all" : "--limit") + " is for list, not for " + command);
        }
    }

    private static Reason reason(String text) {
        try {
            return Reason.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong("--reason takes one of " + Arrays.toString(Reason.values()) + ", not '" + text + "'");
        }
    }

    private static int limit(String text) {
        long limit = number(text);
        if (limit < 1 || limit > LIMIT_MAX) {
            throw wrong("--limit takes 1 to " + LIMIT_MAX);
        }
        return (int) limit;
    }

    private static long number(String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong("'" + text + "' is no number");
        }
        throw wrong("'" + text + "' is no number");
    }

    private static RefusedException wrong(String what) {
        return new RefusedException(ExitStatus.WRONG_ARGUMENTS, what);
    }
}
