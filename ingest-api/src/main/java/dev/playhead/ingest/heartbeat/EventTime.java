package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.input.Fields;
import dev.playhead.ingest.input.Times;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// When a heartbeat happened: epoch milliseconds.
///
/// @param occurredAt with the error of the client's clock taken off where the client let us know it
/// @param saidAt by the client's clock, where it said so
public record EventTime(long occurredAt, @Nullable Long saidAt) {
    /// For the API's document.
    public static final String OCCURRED_AT_MEANING =
            "When it happened, by the client's clock: at most 5 min ahead, 30 days ago; now by default";

    /// For the API's document.
    public static final String SENT_AT_MEANING =
            "When it is sent, by the same clock, whose error is then taken off occurred_at";

    private static final long FUTURE_MAX_MS = Duration.ofMinutes(5).toMillis();
    private static final long AGE_MAX_MS = Duration.ofDays(30).toMillis();

    public static EventTime read(Fields fields, Arrival arrival) {
        Long sentAt = Times.epochMs(fields, "sent_at");
        Long saidAt = Times.epochMs(fields, "occurred_at");
        if (saidAt == null) {
            return new EventTime(arrival.receivedAt(), null);
        }
        EventTime time = of(saidAt, sentAt, arrival);
        time.wrong(arrival).ifPresent(fields.noteAt("occurred_at")::wrong);
        return time;
    }

    /// Of times of the usual form that are right; empty of any other.
    static Optional<EventTime> ofUsual(@Nullable String occurredAt, @Nullable String sentAt, Arrival arrival) {
        OptionalLong sent = usual(sentAt);
        OptionalLong said = usual(occurredAt);
        if (sent.isPresent() != (sentAt != null) || said.isPresent() != (occurredAt != null)) {
            return Optional.empty();
        }
        if (occurredAt == null) {
            return Optional.of(new EventTime(arrival.receivedAt(), null));
        }
        EventTime time = of(said.getAsLong(), sentAt == null ? null : sent.getAsLong(), arrival);
        return time.wrong(arrival).isPresent() ? Optional.empty() : Optional.of(time);
    }

    private static OptionalLong usual(@Nullable String text) {
        return text == null ? OptionalLong.empty() : Times.usualEpochMs(text);
    }

    private static EventTime of(long saidAt, @Nullable Long sentAt, Arrival arrival) {
        return new EventTime(
                arrival.channel() == Channel.IMPORT ? saidAt : corrected(saidAt, sentAt, arrival.receivedAt()), saidAt);
    }

    private Optional<String> wrong(Arrival arrival) {
        return arrival.channel() == Channel.IMPORT
                ? wrongOfAnyAge(occurredAt, arrival.receivedAt())
                : wrong(occurredAt, arrival.receivedAt());
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
