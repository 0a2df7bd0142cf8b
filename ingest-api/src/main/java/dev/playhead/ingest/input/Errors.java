package dev.playhead.ingest.input;

import dev.playhead.web.problem.FieldError;
import dev.playhead.web.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with a caller's input, collected so that it is told at once.
public final class Errors {
    /// Enough to mend a body by; a body of nothing but mistakes must not make an answer larger than itself.
    static final int TOLD_MAX = 100;

    private final List<FieldError> found = new ArrayList<>();

    public void add(String field, String message) {
        if (found.size() < TOLD_MAX) {
            found.add(new FieldError(field, message));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /// The 422 that tells them; there is at least one.
    public Problem problem() {
        return Problem.invalid(found);
    }
}
