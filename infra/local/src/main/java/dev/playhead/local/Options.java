package dev.playhead.local;

import dev.playhead.local.terminal.RefusedException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What was asked for on the command line of `infra/up`.
///
/// @param fresh whether to remove what an earlier run has kept
/// @param demo whether to load the demo courses and let a class watch them
record Options(Path data, boolean fresh, boolean demo, int portOffset) {

    static Options parse(List<String> words) {
        Options options = new Options(Path.of(".playhead"), false, true, 0);
        Deque<String> left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            options = options.with(left.pop(), left);
        }
        return options;
    }

    private Options with(String option, Deque<String> values) {
        return switch (option) {
            case "--data" -> new Options(Path.of(value(option, values)), fresh, demo, portOffset);
            case "--fresh" -> new Options(data, true, demo, portOffset);
            case "--no-demo" -> new Options(data, fresh, false, portOffset);
            case "--port-offset" -> new Options(data, fresh, demo, number(option, value(option, values)));
            default -> throw new RefusedException("Unknown option " + option + ". See infra/up --help.");
        };
    }

    private static String value(String option, Deque<String> values) {
        if (values.isEmpty()) {
            throw new RefusedException(option + " needs a value. See infra/up --help.");
        }
        return values.pop();
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new RefusedException(option + " needs a whole number, not '" + value + "'.", e);
        }
    }
}
