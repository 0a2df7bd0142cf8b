package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.playhead.ingest.catalog.Catalog;
import dev.playhead.ingest.catalog.Catalogs;
import dev.playhead.ingest.heartbeat.Verdict.Accepted;
import dev.playhead.schemas.event.MaterialKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is read from tokens, and what is read from a tree of the same body, is judged alike: to the
/// last word of a refusal.
class BothReadersTest {
    private static final int BODIES = 20_000;
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final Arrival PLAYER =
            new Arrival(Channel.PLAYER, Instant.parse(RandomBodies.NOW).toEpochMilli());
    private static final Catalog CATALOG = Catalogs.of(Catalogs.course(
            "c",
            1,
            Catalogs.material("v", MaterialKind.VIDEO, 600_000),
            Catalogs.material("s", MaterialKind.SHORT, 45_000)));
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final RandomBodies bodies = new RandomBodies(new SplittableRandom(SEED));

    @ParameterizedTest
    @EnumSource
    void judge_one_of_many_alike(UnknownMaterials unknown) {
        Intake intake = new Intake(CATALOG, unknown);
        Map<Channel, Integer> accepted = new EnumMap<>(Channel.class);
        for (int i = 0; i < BODIES; i++) {
            String body = bodies.next();
            Channel channel = i % 2 == 0 ? Channel.BATCH : Channel.IMPORT;
            Arrival arrival = new Arrival(channel, PLAYER.receivedAt());

            Verdict verdict = intake.judgeOneOfMany("ana", said(body), arrival);

            assertThat(verdict).as(of(body)).isEqualTo(intake.judgeOneOfMany("ana", tree(body), arrival));
            accepted.merge(channel, verdict instanceof Accepted ? 1 : 0, Integer::sum);
        }
        assertThat(accepted.values()).as(of("")).allMatch(count -> count > BODIES / 20 && count < BODIES / 2);
    }

    @ParameterizedTest
    @EnumSource
    void judge_one_by_itself_alike(UnknownMaterials unknown) {
        Intake intake = new Intake(CATALOG, unknown);
        for (int i = 0; i < BODIES; i++) {
            String body = bodies.next();
            String video = i % 50 == 0 ? "elsewhere" : "v";

            assertThat(intake.judge("ana", video, said(body), PLAYER))
                    .as(of(body))
                    .isEqualTo(intake.judge("ana", video, tree(body), PLAYER));
        }
    }

    @Test
    void fail_alike_where_a_body_is_broken_anywhere() {
        for (int i = 0; i < BODIES; i++) {
            byte[] body = bodies.broken();

            JacksonException byTokens = failure(body, Said::read);
            JacksonException byTree = failure(body, JsonParser::<JsonNode>readValueAsTree);

            String what = of(new String(body, StandardCharsets.ISO_8859_1));
            assertThat(byTokens == null).as(what).isEqualTo(byTree == null);
            if (byTokens != null && byTree != null) {
                assertThat(byTokens.getOriginalMessage()).as(what).isEqualTo(byTree.getOriginalMessage());
                assertThat(byTokens.getClass()).as(what).isEqualTo(byTree.getClass());
                assertThat(byTokens.getLocation().getColumnNr())
                        .as(what)
                        .isEqualTo(byTree.getLocation().getColumnNr());
            }
        }
    }

    /// Or every heartbeat would be read twice and nobody would notice.
    @Test
    void need_no_tree_of_what_players_say() {
        String body = "{'watch_time': 125.512345, 'total_duration': 600, 'event': 'playing', 'session_id': 's-1',"
                + " 'sequence': 12, 'device_id': 'd', 'playback_rate': 1.25, 'played': [[115.5, 125.5], [7, 8.25]],"
                + " 'occurred_at': '2026-11-21T08:29:00Z', 'sent_at': '2026-11-21T08:30:00.123456789Z',"
                + " 'event_id': '7f0c3a52-9c1f-4d59-8a52-0c1e5b7f9a10', 'video_id': 'v', 'app': {'version': [1]}}";

        assertThat(UsualReport.read(
                        said(body.replace('\'', '"')),
                        CATALOG.stamp("v").orElseThrow(),
                        new Arrival(Channel.BATCH, PLAYER.receivedAt())))
                .isPresent();
    }

    private static JacksonException failure(byte[] body, Function<JsonParser, Object> reader) {
        return catchThrowableOfType(JacksonException.class, () -> {
            try (JsonParser parser = JSON.createParser(body)) {
                parser.nextToken();
                reader.apply(parser);
            }
        });
    }

    private static Said said(String body) {
        try (JsonParser parser = JSON.createParser(body.getBytes(StandardCharsets.UTF_8))) {
            parser.nextToken();
            Said said = Said.read(parser);
            assertThat(parser.nextToken()).as(of(body)).isNull();
            return said;
        }
    }

    private static JsonNode tree(String body) {
        return JSON.readTree(body);
    }

    private static String of(String body) {
        return "-Dplayhead.seed=%d: %s".formatted(SEED, body);
    }
}
