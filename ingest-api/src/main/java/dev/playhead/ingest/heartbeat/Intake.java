package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.catalog.Catalog;
import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.heartbeat.Verdict.Accepted;
import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.ingest.input.Errors;
import dev.playhead.ingest.input.Fields;
import dev.playhead.schemas.id.Ids;
import dev.playhead.web.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Judges what players report.
public final class Intake {
    private final Catalog catalog;
    private final UnknownMaterials unknownMaterials;

    public Intake(Catalog catalog, UnknownMaterials unknownMaterials) {
        this.catalog = catalog;
        this.unknownMaterials = unknownMaterials;
    }

    /// A report by itself, whose path names the video.
    Verdict judge(String student, String material, Said said, Arrival arrival) {
        return usual(student, material, said, arrival).orElseGet(() -> judge(student, material, said.tree(), arrival));
    }

    /// One of many, which names its video itself and says when it was.
    ///
    /// @param caller who reports; an import names the student of each
    Verdict judgeOneOfMany(String caller, Said said, Arrival arrival) {
        return usualOneOfMany(caller, said, arrival).orElseGet(() -> judgeOneOfMany(caller, said.tree(), arrival));
    }

    /// Empty of one that has to be looked at closely.
    private Optional<Verdict> usualOneOfMany(String caller, Said said, Arrival arrival) {
        String material = said.video();
        String student = arrival.channel() == Channel.IMPORT ? said.student() : caller;
        if (material == null || student == null || said.occurredAt() == null) {
            return Optional.empty();
        }
        return arrival.channel() != Channel.IMPORT || Ids.isStudent(student)
                ? usual(student, material, said, arrival)
                : Optional.empty();
    }

    private Optional<Verdict> usual(String student, String material, Said said, Arrival arrival) {
        Optional<Stamp> known = catalog.stamp(material);
        String named = said.student();
        return known.isEmpty() || named != null && !named.equals(student)
                ? Optional.empty()
                : UsualReport.read(said, known.get(), arrival)
                        .map(report -> accepted(student, material, report, known, arrival));
    }

    /// All that is wrong is told.
    Verdict judge(String student, String material, JsonNode body, Arrival arrival) {
        Errors errors = new Errors();
        Optional<Stamp> known = catalog.stamp(material);
        if (known.isEmpty() && !takes(material)) {
            return unknown(material);
        }
        return Fields.of(body, errors)
                .map(fields -> judge(student, material, known, fields, arrival, errors))
                .orElseGet(() -> invalid(errors));
    }

    /// All that is wrong is told.
    Verdict judgeOneOfMany(String caller, JsonNode body, Arrival arrival) {
        Errors errors = new Errors();
        return Fields.of(body, errors)
                .map(fields -> judgeOneOfMany(caller, fields, arrival, errors))
                .orElseGet(() -> invalid(errors));
    }

    private Verdict judgeOneOfMany(String caller, Fields fields, Arrival arrival, Errors errors) {
        fields.require("video_id", "occurred_at");
        String material = fields.string("video_id");
        Optional<Stamp> known = material == null ? Optional.empty() : catalog.stamp(material);
        if (material != null && known.isEmpty() && !takes(material)) {
            return unknown(material);
        }
        String student = arrival.channel() == Channel.IMPORT ? named(fields) : caller;
        if (material == null || student == null) {
            ReportReader.read(fields, known, arrival, errors);
            return invalid(errors);
        }
        return judge(student, material, known, fields, arrival, errors);
    }

    private static Verdict judge(
            String student, String material, Optional<Stamp> known, Fields fields, Arrival arrival, Errors errors) {
        Optional<Refused> another = anotherNamed(fields, student);
        if (another.isPresent()) {
            return another.get();
        }
        return ReportReader.read(fields, known, arrival, errors)
                .<Verdict>map(report -> accepted(student, material, report, known, arrival))
                .orElseGet(() -> invalid(errors));
    }

    private static @Nullable String named(Fields fields) {
        return fields.require("student_id").matching("student_id", Ids::isStudent, Ids.STUDENT_RULE);
    }

    private static Verdict invalid(Errors errors) {
        return new Refused(Reason.INVALID, errors.problem());
    }

    private static Verdict unknown(String material) {
        return new Refused(Reason.UNKNOWN_MATERIAL, Problem.notFound("There is no video " + shown(material)));
    }

    private boolean takes(String material) {
        return unknownMaterials == UnknownMaterials.ACCEPT && Ids.isMaterial(material);
    }

    /// An id as an answer may name it.
    public static String shown(String material) {
        return Ids.isMaterial(material) ? material : "of such an id: it " + Ids.OTHER_RULE;
    }

    /// The refusal of what names another than the student; a name that cannot be is noted.
    public static Optional<Refused> anotherNamed(Fields fields, String student) {
        String named = fields.string("student_id");
        return named == null || named.equals(student)
                ? Optional.empty()
                : Optional.of(new Refused(
                        Reason.OTHER_STUDENT,
                        Problem.forbidden("student_id is not the caller; a student reports for no one else")));
    }

    private static Verdict accepted(
            String student, String material, Report report, Optional<Stamp> known, Arrival arrival) {
        Stamp stamp = known.orElseGet(() -> Stamp.ofUnknownVideo(report.durationMs()));
        return new Accepted(Stamping.heartbeat(
                student,
                material,
                report,
                stamp,
                arrival.receivedAt(),
                arrival.channel().source()));
    }
}
