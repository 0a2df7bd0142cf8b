package dev.playhead.web.body;

import dev.playhead.web.problem.Problem;
import org.springframework.util.unit.DataSize;

/// The most bytes that a body may have.
record BodyBound(DataSize max) {

    boolean isExceededBy(long bytes) {
        return bytes > max.toBytes();
    }

    Problem problem() {
        return Problem.tooLarge("The body is larger than the %d bytes that are allowed".formatted(max.toBytes()));
    }
}
