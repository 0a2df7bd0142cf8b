package dev.playhead.ingest.xapi;

import dev.playhead.ingest.catalog.Catalog;
import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.enrolment.Enrolments;
import dev.playhead.ingest.heartbeat.UnknownMaterials;
import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.input.Errors;
import dev.playhead.ingest.input.Fields;
import dev.playhead.ingest.xapi.Ruling.Accepted;
import dev.playhead.ingest.xapi.Ruling.Refused;
import dev.playhead.ingest.xapi.XapiSettings.ActorRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.id.EventIds;
import dev.playhead.schemas.id.Ids;
import dev.playhead.web.caller.Caller;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Judges statements, each for itself.
public final class Statements {
    private static final String OBJECT_ID = "id";

    private final Catalog catalog;
    private final Enrolments enrolments;
    private final UnknownMaterials unknownMaterials;
    private final ActorRule actors;
    private final VideoNaming naming;

    public Statements(
            Catalog catalog, Enrolments enrolments, UnknownMaterials unknownMaterials, XapiSettings settings) {
        this.catalog = catalog;
        this.enrolments = enrolments;
        this.unknownMaterials = unknownMaterials;
        this.actors = settings.actor();
        this.naming = settings.naming();
    }

    /// Judges one.
    ///
    /// @param path where it stands among others, as errors are to name it; empty where it is alone
    Ruling judge(Caller student, JsonNode body, String path, long receivedAt) {
        Errors errors = new Errors();
        Optional<Fields> fields = path.isEmpty() ? Fields.of(body, errors) : Fields.of(body, path, errors);
        if (fields.isEmpty()) {
            return refused(Reason.INVALID, errors);
        }
        Fields statement = fields.get();
        Optional<Verb> verb = Profile.verb(body, statement);
        if (verb.isEmpty()) {
            return refused(Reason.NOT_VIDEO, errors);
        }
        if (actors == ActorRule.CHECK && Actors.namesAnother(statement, student.subject())) {
            return refused(Reason.OTHER_STUDENT, errors);
        }
        Optional<String> video = video(statement.within("object"));
        if (video.isPresent() && !enrolments.admit(student, video.get())) {
            statement.within("object").noteAt(OBJECT_ID).wrong("must be of one of the student's courses");
            return refused(Reason.NOT_ENROLLED, errors);
        }
        Optional<Stamp> known = video.flatMap(catalog::stamp);
        if (video.isPresent() && known.isEmpty() && unknownMaterials == UnknownMaterials.REFUSE) {
            statement.within("object").noteAt(OBJECT_ID).wrong("names no video of the catalog: " + video.get());
            return refused(Reason.UNKNOWN_MATERIAL, errors);
        }
        return StatementReader.read(verb.get(), statement, known, receivedAt, errors)
                .flatMap(read -> video.map(id -> accepted(student.subject(), id, read, known, receivedAt)))
                .orElseGet(() -> refused(Reason.INVALID, errors));
    }

    /// Empty where the object names none, and then that is noted.
    private Optional<String> video(Fields object) {
        object.require(OBJECT_ID);
        String iri = object.string(OBJECT_ID);
        if (iri == null) {
            return Optional.empty();
        }
        Optional<String> video = iri.length() > VideoNaming.IRI_LENGTH_MAX ? Optional.empty() : naming.video(iri);
        Optional<String> valid = video.filter(Ids::isMaterial);
        if (valid.isEmpty()) {
            object.noteAt(OBJECT_ID).wrong("must be an IRI that names a video, whose id " + Ids.OTHER_RULE);
        }
        return valid;
    }

    private static Ruling accepted(
            String student, String video, Statement statement, Optional<Stamp> known, long receivedAt) {
        Stamp stamp = known.orElseGet(() -> Stamp.ofUnknownVideo(statement.durationMs()));
        List<Heartbeat> heartbeats = Translation.heartbeats(student, video, statement, stamp, receivedAt);
        UUID id = statement.id();
        if (id != null) {
            return new Accepted(id.toString(), heartbeats);
        }
        return new Accepted(
                heartbeats.isEmpty()
                        ? idOfSilent(student, video, statement)
                        : heartbeats.getLast().getEventId(),
                heartbeats);
    }

    private static String idOfSilent(String student, String video, Statement statement) {
        return EventIds.heartbeat(student, video, statement.sessionId(), statement.occurredAt(), 0, "initialized")
                .toString();
    }

    private static Ruling refused(Reason reason, Errors errors) {
        return new Refused(reason, errors.problem().errors().stream().distinct().toList());
    }
}
