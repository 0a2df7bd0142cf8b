package dev.playhead.ingest.shorts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.catalog.Catalog;
import dev.playhead.ingest.catalog.Catalogs;
import dev.playhead.ingest.enrolment.Enrolment;
import dev.playhead.ingest.enrolment.Enrolments;
import dev.playhead.ingest.heartbeat.Arrival;
import dev.playhead.ingest.heartbeat.Channel;
import dev.playhead.ingest.heartbeat.UnknownMaterials;
import dev.playhead.ingest.heartbeat.Verdict.Refused;
import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Material;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ana's reports, at one moment, of a catalog of a video and of shorts of 45 s. Their JSON is written
/// with single quotes.
final class Desk {
    static final Instant NOW = Instant.parse("2026-11-21T08:30:00Z");
    static final Arrival ARRIVAL = new Arrival(Channel.SHORTS, NOW.toEpochMilli());
    static final Caller ANA = new Caller("ana", Set.of(Role.STUDENT), Set.of());

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Catalog CATALOG = Catalogs.of(Catalogs.course(
            "react",
            1,
            Catalogs.material("video", MaterialKind.VIDEO, 600_000),
            Catalogs.material("covered", MaterialKind.SHORT, 45_000),
            byPosition("s"),
            byPosition("123")));

    private Desk() {}

    static Shelf shelf(UnknownMaterials unknown) {
        return new CatalogShelf(CATALOG, new Enrolments(Enrolment.OPEN, CATALOG), unknown);
    }

    static Ruling<Watched> judge(Shelf shelf, String id, String json) {
        return new Watching(shelf).judge(ANA, id, json(json), ARRIVAL);
    }

    /// Of a report that names its short itself.
    static Ruling<Watched> judgeNamed(String json) {
        return new Watching(shelf(UnknownMaterials.REFUSE)).judge(ANA, json(json), Optional.empty(), ARRIVAL);
    }

    static Watched taken(String id, String json) {
        return taken(judge(shelf(UnknownMaterials.REFUSE), id, json));
    }

    static <T> T taken(Ruling<T> ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Granted.class);
        return ((Ruling.Granted<T>) ruling).what();
    }

    /// With exactly these errors, as `field message`, in any order.
    static void refused(Ruling<?> ruling, String... errors) {
        assertThat(refused(ruling).problem().errors())
                .extracting(error -> error.field() + " " + error.message())
                .containsExactlyInAnyOrder(errors);
    }

    static Refused refused(Ruling<?> ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Denied.class);
        return ((Ruling.Denied<?>) ruling).why();
    }

    static JsonNode json(String json) {
        return JSON.readTree(json.replace('\'', '"'));
    }

    private static Material byPosition(String id) {
        return Material.newBuilder(Catalogs.material(id, MaterialKind.SHORT, 45_000))
                .setCompletionRule(CompletionRule.POSITION)
                .setCompletionThreshold(95)
                .build();
    }
}
