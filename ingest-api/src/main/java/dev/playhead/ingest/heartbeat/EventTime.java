package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.input.Fields;
import dev.playhead.ingest.input.Times;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a heartbeat happened: epoch milliseconds.
///
/// @param occurredAt with the error of the client's clock taken off where the client let us know it
/// @param saidAt by the client's clock, where it said so
public record EventTime(long occurredAt, @Nullable Long saidAt) {
    private static final long FUTURE_MAX_MS = Duration.ofMinutes(5).toMillis();
    private static final long AGE_MAX_MS = Duration.ofDays(30).toMillis();

    static EventTime read(Fields fields, long receivedAt) {
        Long sentAt = Times.epochMs(fields, "sent_at");
        Long saidAt = Times.epochMs(fields, "occurred_at");
        if (saidAt == null) {
            return new EventTime(receivedAt, null);
        }
        long occurredAt = corrected(saidAt, sentAt, receivedAt);
        wrong(occurredAt, receivedAt).ifPresent(fields.noteAt("occurred_at")::wrong);
        return new EventTime(occurredAt, saidAt);
    }

    /// Between saying and sending the client's clock is right about how long it was, whatever it shows.
    static long corrected(long saidAt, @Nullable Long sentAt, long receivedAt) {
        return sentAt == null ? saidAt : saidAt + (receivedAt - sentAt);
    }

    /// What is wrong with a time.
    public static Optional<String> wrong(long occurredAt, long receivedAt) {
        if (occurredAt - receivedAt > FUTURE_MAX_MS) {
            return Optional.of("must not be more than 5 minutes in the future");
        }
        return receivedAt - occurredAt > AGE_MAX_MS
                ? Optional.of("must not be more than 30 days in the past")
                : Optional.empty();
    }
}
