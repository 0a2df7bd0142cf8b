package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.ingest.input.Seconds;
import dev.playhead.web.problem.Problem;
import java.time.Duration;

/// How often something may happen: once in a while, and a few times at once after a pause. A bucket
/// of that is one number, when it will be full again, in milliseconds of whatever clock.
///
/// @param burst how many a full bucket holds
record Rate(Duration every, int burst) {
    /// @param fullAt when the bucket will be full again, or a time before `now`
    Allowance take(long fullAt, long now) {
        long everyMs = every.toMillis();
        long emptyMs = everyMs * burst;
        // A clock that was put back makes a bucket empty, and not a debt of hours.
        long lackMs = Math.clamp(fullAt - now, 0, emptyMs);
        boolean isGiven = lackMs + everyMs <= emptyMs;
        long afterMs = isGiven ? lackMs + everyMs : lackMs;
        return new Allowance(
                isGiven, (int) ((emptyMs - afterMs) / everyMs), isGiven ? 0 : lackMs + everyMs - emptyMs, afterMs);
    }

    Refused refusal(Allowance allowance) {
        String detail =
                "A student's video or short takes an update every %s s, %d at once after a pause; this one is too soon"
                        .formatted(Seconds.text(every.toMillis()), burst);
        return new Refused(Reason.RATE_LIMITED, Problem.tooManyRequests(detail, Duration.ofMillis(allowance.waitMs())));
    }

    /// How long an empty bucket takes to be full.
    Duration toFull() {
        return every.multipliedBy(burst);
    }
}
