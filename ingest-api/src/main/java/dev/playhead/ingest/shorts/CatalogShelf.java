package dev.playhead.ingest.shorts;

import dev.playhead.ingest.catalog.Catalog;
import dev.playhead.ingest.catalog.Stamp;
import dev.playhead.ingest.enrolment.Enrolments;
import dev.playhead.ingest.heartbeat.Intake;
import dev.playhead.ingest.heartbeat.UnknownMaterials;
import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.schemas.id.Ids;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.problem.Problem;
import java.util.Optional;

/// The catalog's shorts. As with videos, one that is not published is there: who watched it before it
/// was taken back did watch it.
public final class CatalogShelf implements Shelf {
    private final Catalog catalog;
    private final Enrolments enrolments;
    private final UnknownMaterials unknownMaterials;

    public CatalogShelf(Catalog catalog, Enrolments enrolments, UnknownMaterials unknownMaterials) {
        this.catalog = catalog;
        this.enrolments = enrolments;
        this.unknownMaterials = unknownMaterials;
    }

    /// A short of others' courses is refused before anything is said of it.
    @Override
    public Ruling<Optional<Stamp>> find(Caller student, String id) {
        if (!enrolments.admit(student, id)) {
            return Ruling.denied(Reason.NOT_ENROLLED, Enrolments.NOT_ENROLLED);
        }
        Optional<Stamp> known = catalog.stamp(id);
        boolean isThere = known.map(stamp -> stamp.kind() == MaterialKind.SHORT).orElseGet(() -> takes(id));
        return isThere
                ? Ruling.granted(known)
                : Ruling.denied(Reason.UNKNOWN_MATERIAL, Problem.notFound("There is no short " + Intake.shown(id)));
    }

    private boolean takes(String id) {
        return unknownMaterials == UnknownMaterials.ACCEPT && Ids.isMaterial(id);
    }
}
