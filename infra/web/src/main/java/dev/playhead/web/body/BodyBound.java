package dev.playhead.web.body;

import dev.playhead.web.problem.Problem;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/// The most bytes that a body may have, and the longest that it may take to come.
record BodyBound(DataSize max, Duration maxTime) {

    boolean isExceededBy(long bytes) {
        return bytes > max.toBytes();
    }

    boolean isOutlastedBy(long nanos) {
        return nanos > maxTime.toNanos();
    }

    Problem tooLarge() {
        return Problem.tooLarge("The body is larger than the %d bytes that are allowed".formatted(max.toBytes()));
    }

    Problem tooSlow() {
        return Problem.malformed("The body took longer to come than the %d s that are allowed; send it again"
                .formatted(maxTime.toSeconds()));
    }
}
