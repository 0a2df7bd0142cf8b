package dev.playhead.bench.load;

import java.io.IOException;

/// A request whose answer must be a 202 that says what it should.
///
/// @param saying what is in the body of its answer
public record Expected(Request request, String saying) implements Asked {
    private static final int ACCEPTED = 202;

    @Override
    public void answered(Answer answer, long dueNanos) throws IOException {
        if (answer.status() != ACCEPTED || !answer.text().contains(saying)) {
            throw new IOException("%s was answered %d %s".formatted(request, answer.status(), answer.text()));
        }
    }
}
