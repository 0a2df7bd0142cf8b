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

    static EventTime read(Fields fields, Arrival arrival) {
        Long sentAt = Times.epochMs(fields, "sent_at");
        Long saidAt = Times.epochMs(fields, "occurred_at");
        if (saidAt == null) {
            return new EventTime(arrival.receivedAt(), null);
        }
        boolean isImport = arrival.channel() == Channel.IMPORT;
        long occurredAt = isImport ? saidAt : corrected(saidAt, sentAt, arrival.receivedAt());
        Optional<String> wrong =
                isImport ? wrongOfAnyAge(occurredAt, arrival.receivedAt()) : wrong(occurredAt, arrival.receivedAt());
        wrong.ifPresent(fields.noteAt("occurred_at")::wrong);
        return new EventTime(occurredAt, saidAt);
    }

    /// Between saying and sending the client's clock is right about how long it was, whatever it shows.
    static long corrected(long saidAt, @Nullable Long sentAt, long receivedAt) {
        return sentAt == null ? saidAt : saidAt + (receivedAt - sentAt);
    }

    /// What is wrong with a time.
    public static Optional<String> wrong(long occurredAt, long receivedAt) {
        return receivedAt - occurredAt > AGE_MAX_MS
                ? Optional.of("must not be more than 30 days in the past")
                : tooFarAhead(occurredAt, receivedAt);
    }

    /// A time before the epoch is one whose unit went wrong.
    private static Optional<String> wrongOfAnyAge(long occurredAt, long receivedAt) {
        return occurredAt < 0 ? Optional.of("must not be before 1970") : tooFarAhead(occurredAt, receivedAt);
    }

    private static Optional<String> tooFarAhead(long occurredAt, long receivedAt) {
        return occurredAt - receivedAt > FUTURE_MAX_MS
                ? Optional.of("must not be more than 5 minutes in the future")
                : Optional.empty();
    }
}
