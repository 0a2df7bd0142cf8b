package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.catalog.Catalog;
import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.heartbeat.Verdict.Accepted;
import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.ingest.input.Errors;
import dev.playhead.ingest.input.Fields;
import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.schemas.id.Ids;
import dev.playhead.web.problem.Problem;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Judges what players report.
public final class Intake {
    private final Catalog catalog;
    private final UnknownMaterials unknownMaterials;

    public Intake(Catalog catalog, UnknownMaterials unknownMaterials) {
        this.catalog = catalog;
        this.unknownMaterials = unknownMaterials;
    }

    Verdict judge(String student, String material, JsonNode body, long receivedAt) {
        Optional<Stamp> known = catalog.stamp(material);
        if (known.isEmpty() && !takes(material)) {
            return new Refused(Reason.UNKNOWN_MATERIAL, Problem.notFound("There is no video " + shown(material)));
        }
        Errors errors = new Errors();
        Optional<Fields> fields = Fields.of(body, errors);
        if (fields.isPresent() && namesAnother(fields.get(), student)) {
            return new Refused(
                    Reason.OTHER_STUDENT,
                    Problem.forbidden("student_id is not the caller; a student reports for no one else"));
        }
        return fields.flatMap(there -> ReportReader.read(there, known, receivedAt, errors))
                .<Verdict>map(report -> accepted(student, material, report, known, receivedAt))
                .orElseGet(() -> new Refused(Reason.INVALID, errors.problem()));
    }

    private boolean takes(String material) {
        return unknownMaterials == UnknownMaterials.ACCEPT && Ids.isMaterial(material);
    }

    private static String shown(String material) {
        return Ids.isMaterial(material) ? material : "of such an id: it " + Ids.OTHER_RULE;
    }

    private static boolean namesAnother(Fields fields, String student) {
        String named = fields.string("student_id");
        return named != null && !named.equals(student);
    }

    private static Verdict accepted(
            String student, String material, Report report, Optional<Stamp> known, long receivedAt) {
        Stamp stamp = known.orElseGet(() -> Stamp.ofUnknownVideo(report.durationMs()));
        return new Accepted(Stamping.heartbeat(student, material, report, stamp, receivedAt, HeartbeatSource.PLAYER));
    }
}
