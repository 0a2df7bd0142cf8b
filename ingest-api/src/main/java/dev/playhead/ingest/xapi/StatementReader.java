package dev.playhead.ingest.xapi;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.heartbeat.AgreedDuration;
import dev.playhead.ingest.heartbeat.EventTime;
import dev.playhead.ingest.input.Errors;
import dev.playhead.ingest.input.Fields;
import dev.playhead.ingest.input.Seconds;
import dev.playhead.ingest.input.Times;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what a statement says of a video. Of what nothing is made, the played segments and the
/// share that is progress among it, nothing is asked either.
final class StatementReader {
    private static final String TIMESTAMP = "timestamp";

    private final Verb verb;
    private final Fields statement;
    private final Extensions extensions;
    private final Optional<Stamp> known;

    private StatementReader(Verb verb, Fields statement, Optional<Stamp> known) {
        this.verb = verb;
        this.statement = statement;
        this.extensions = new Extensions(statement);
        this.known = known;
    }

    /// Empty where anything was wrong, and then that is noted.
    ///
    /// @param known what the catalog says of the video
    static Optional<Statement> read(
            Verb verb, Fields statement, Optional<Stamp> known, long receivedAt, Errors errors) {
        StatementReader reader = new StatementReader(verb, statement, known);
        Statement read = reader.read(receivedAt);
        if (errors.isEmpty() && read.positionMs() != null && read.durationMs() == 0) {
            reader.extensions.require(Profile.LENGTH);
        }
        return errors.isEmpty() ? Optional.of(read) : Optional.empty();
    }

    private Statement read(long receivedAt) {
        boolean hasPosition = verb != Verb.INITIALIZED || extensions.has(Profile.TIME);
        UUID id = statement.uuid("id");
        String session = extensions.id(Profile.SESSION);
        Long saidAt = saidAt(receivedAt);
        Long lengthMs = hasPosition ? lengthMs() : null;
        Long positionMs =
                hasPosition ? positionMs(verb == Verb.SEEKED ? Profile.TIME_TO : Profile.TIME, lengthMs) : null;
        Long fromMs = verb == Verb.SEEKED ? positionMs(Profile.TIME_FROM, lengthMs) : null;
        long catalogMs = known.map(Stamp::durationMs).orElse(0L);
        return new Statement(
                verb,
                id,
                positionMs,
                fromMs,
                lengthMs == null ? catalogMs : lengthMs,
                session,
                saidAt == null ? receivedAt : saidAt,
                saidAt);
    }

    private @Nullable Long saidAt(long receivedAt) {
        Long saidAt = Times.epochMs(statement, TIMESTAMP);
        if (saidAt != null) {
            EventTime.wrong(saidAt, receivedAt).ifPresent(statement.noteAt(TIMESTAMP)::wrong);
        }
        return saidAt;
    }

    private @Nullable Long lengthMs() {
        Long ms = extensions.ms(Profile.LENGTH);
        if (ms == null) {
            return null;
        }
        Optional<String> wrong = ms == 0
                ? Optional.of("must be more than 0")
                : known.flatMap(stamp -> AgreedDuration.wrong(ms, stamp.durationMs()));
        wrong.ifPresent(message -> extensions.wrong(Profile.LENGTH, message));
        return ms;
    }

    private @Nullable Long positionMs(String name, @Nullable Long lengthMs) {
        extensions.require(name);
        Long ms = extensions.ms(name);
        if (ms != null) {
            behindTheEnd(ms, lengthMs).ifPresent(message -> extensions.wrong(name, message));
        }
        return ms;
    }

    /// Where the statement does not say how long the video is, its player may differ from the catalog in that.
    private Optional<String> behindTheEnd(long ms, @Nullable Long lengthMs) {
        if (lengthMs != null) {
            return ms <= lengthMs
                    ? Optional.empty()
                    : Optional.of("must not be more than the length of " + Seconds.text(lengthMs) + " s");
        }
        return known.filter(stamp -> ms > stamp.durationMs())
                .flatMap(stamp -> AgreedDuration.wrong(ms, stamp.durationMs()));
    }
}
