package dev.playhead.ingest.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.catalog.Catalog;
import dev.playhead.ingest.catalog.Catalogs;
import dev.playhead.ingest.enrolment.Enrolment;
import dev.playhead.ingest.enrolment.Enrolments;
import dev.playhead.ingest.heartbeat.UnknownMaterials;
import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.ingest.xapi.Ruling.Accepted;
import dev.playhead.ingest.xapi.Ruling.Refused;
import dev.playhead.ingest.xapi.XapiSettings.ActorRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialKind;
import dev.playhead.testing.sample.XapiStatement;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Judges statements about a catalog of a video and a short, at one moment.
record Judge(Statements statements) {
    static final Instant NOW = Instant.parse("2026-11-21T08:30:00Z");
    static final String EXTENSION = "https://w3id.org/xapi/video/extensions/";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Catalog CATALOG = Catalogs.of(Catalogs.course(
            "react",
            1,
            Catalogs.material("video123", MaterialKind.VIDEO, 600_000),
            Catalogs.material("short", MaterialKind.SHORT, 45_000)));
    static final Judge BY_DEFAULT = by(UnknownMaterials.REFUSE, new XapiSettings("", ActorRule.CHECK));

    static Judge by(UnknownMaterials unknown, XapiSettings settings) {
        return by(unknown, settings, Enrolment.OPEN);
    }

    static Judge by(UnknownMaterials unknown, XapiSettings settings, Enrolment enrolment) {
        return new Judge(new Statements(CATALOG, new Enrolments(enrolment, CATALOG), unknown, settings));
    }

    /// The one heartbeat of a statement that is taken.
    static Heartbeat one(XapiStatement statement) {
        assertThat(accepted(statement.json()).heartbeats()).hasSize(1);
        return accepted(statement.json()).heartbeats().getFirst();
    }

    static Accepted accepted(String statement) {
        Ruling ruling = BY_DEFAULT.judge("ana", statement);
        assertThat(ruling).isInstanceOf(Accepted.class);
        return (Accepted) ruling;
    }

    static void refused(Reason reason, String statement, String... errors) {
        Refused refused = refused(statement);
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.errors())
                .extracting(error -> error.field().replaceFirst(".*/", "") + " " + error.message())
                .containsExactlyInAnyOrder(errors);
    }

    static Refused refused(String statement) {
        Ruling ruling = BY_DEFAULT.judge("ana", statement);
        assertThat(ruling).isInstanceOf(Refused.class);
        return (Refused) ruling;
    }

    Ruling judge(String student, String statement) {
        return judge(student, statement, "");
    }

    Ruling judge(String student, String statement, String path) {
        Caller caller = new Caller(student, Set.of(Role.STUDENT), Set.of("react"));
        return statements.judge(caller, JSON.readTree(statement), path, NOW.toEpochMilli());
    }
}
