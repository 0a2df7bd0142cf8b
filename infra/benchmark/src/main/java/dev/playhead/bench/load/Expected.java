package dev.playhead.bench.load;

import java.io.IOException;

/// A request whose answer must be as expected.
///
/// @param saying what is in the body of its answer
public record Expected(Request request, int status, String saying) implements Asked {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    public static Expected ok(Request request, String saying) {
        return new Expected(request, OK, saying);
    }

    public static Expected accepted(Request request, String saying) {
        return new Expected(request, ACCEPTED, saying);
    }

    @Override
    public void answered(Answer answer, long dueNanos) throws IOException {
        if (answer.status() != status || !answer.text().contains(saying)) {
            throw new IOException("%s was answered %d %s".formatted(request, answer.status(), answer.text()));
        }
    }
}
