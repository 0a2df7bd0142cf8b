package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.schemas.event.Heartbeat;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Holds updates to the rate: one that comes by itself by when it comes, many at once by when they
/// happened.
public final class Throttle {
    private final RateLimit limit;

    public Throttle(RateLimit limit) {
        this.limit = limit;
    }

    /// @param response is told what is left
    /// @return the refusal of one that is too soon
    public Optional<Refused> refusal(Heartbeat update, HttpServletResponse response) {
        return refusal(update.getStudentId(), update.getMaterialId(), response);
    }

    /// The same of what is no heartbeat.
    public Optional<Refused> refusal(String student, String material, HttpServletResponse response) {
        Allowance allowance = limit.take(student, material);
        RateLimitHeaders.write(limit.rate(), allowance, response);
        return allowance.isGiven() ? Optional.empty() : Optional.of(limit.rate().refusal(allowance));
    }

    /// @param batch one student's
    /// @param update what the rate is about; empty of one that is none, which stays as it is
    /// @param refusal takes the place of one that is too soon
    public <T> List<T> judge(
            List<T> batch, Function<T, Optional<Heartbeat>> update, Function<Refused, ? extends T> refusal) {
        return BatchRate.judge(limit.rate(), batch, update, refusal);
    }
}
