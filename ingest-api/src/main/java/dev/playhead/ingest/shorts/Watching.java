package dev.playhead.ingest.shorts;

import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.heartbeat.Arrival;
import dev.playhead.ingest.heartbeat.Intake;
import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.ingest.input.Errors;
import dev.playhead.ingest.input.Fields;
import dev.playhead.web.caller.Caller;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Judges what players of shorts report.
final class Watching {
    private static final String ID = "shorts_id";

    private final Shelf shelf;

    Watching(Shelf shelf) {
        this.shelf = shelf;
    }

    /// A report whose path names the short.
    Ruling<Watched> judge(Caller student, String id, JsonNode body, Arrival arrival) {
        Errors errors = new Errors();
        return shelf.find(student, id)
                .then(known -> Fields.of(body, errors)
                        .map(fields -> {
                            String named = fields.id(ID);
                            if (named != null && !named.equals(id)) {
                                fields.noteAt(ID).wrong("must be that of the path");
                            }
                            return read(student, id, known, fields, arrival, errors);
                        })
                        .orElseGet(() -> invalid(errors)));
    }

    /// One that names its short itself.
    ///
    /// @param otherwise which short it is where the report does not say
    Ruling<Watched> judge(Caller student, JsonNode body, Optional<String> otherwise, Arrival arrival) {
        Errors errors = new Errors();
        return Fields.of(body, errors)
                .map(fields -> {
                    Optional<String> id = id(fields, otherwise);
                    return id.isPresent()
                            ? shelf.find(student, id.get())
                                    .then(known -> read(student, id.get(), known, fields, arrival, errors))
                            : Watching.<Watched>unnamed(fields, arrival, errors);
                })
                .orElseGet(() -> invalid(errors));
    }

    private static Optional<String> id(Fields fields, Optional<String> otherwise) {
        if (otherwise.isPresent() && !fields.has(ID)) {
            return otherwise;
        }
        return Optional.ofNullable(fields.require(ID).id(ID));
    }

    /// All else that is wrong is told too.
    private static <T> Ruling<T> unnamed(Fields fields, Arrival arrival, Errors errors) {
        ProgressReader.read(fields, Optional.empty(), arrival, errors);
        return invalid(errors);
    }

    private static Ruling<Watched> read(
            Caller student, String id, Optional<Stamp> known, Fields fields, Arrival arrival, Errors errors) {
        Optional<Refused> another = Intake.anotherNamed(fields, student.subject());
        if (another.isPresent()) {
            return new Ruling.Denied<>(another.get());
        }
        if (known.isEmpty()) {
            fields.require("total_duration");
        }
        return ProgressReader.read(fields, known, arrival, errors)
                .map(report -> Ruling.granted(report.of(student.subject(), id, arrival)))
                .orElseGet(() -> invalid(errors));
    }

    private static <T> Ruling<T> invalid(Errors errors) {
        return Ruling.denied(Reason.INVALID, errors.problem());
    }
}
