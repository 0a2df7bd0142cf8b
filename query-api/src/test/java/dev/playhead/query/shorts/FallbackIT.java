package dev.playhead.query.shorts;

import static dev.playhead.query.running.Written.watchedShort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.As;
import dev.playhead.query.running.Frozen;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.parts.Postgres;
import dev.playhead.testing.parts.PostgresSettings;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What there is to see while the database does not answer.
class FallbackIT {
    private static final String ALL = "/learning/api/shorts/all-session";
    private static final String OF_SUBMODULE = "/learning/api/shorts/submodule/1.1";

    /// Two, and something for a busy machine.
    private static final Duration ANSWERED_WITHIN = Duration.ofMillis(2_500);

    private static final Duration SOON = Duration.ofSeconds(30);
    private static Postgres database;
    private static Written written;
    private static QueryService byDefault;
    private static QueryService toMock;
    private static String token;

    @BeforeAll
    static void start(@TempDir Path directory) {
        Sandbox sandbox = Stack.shared().begin().sandbox(FallbackIT.class);
        database = Postgres.start(PostgresSettings.kept(directory, FreePorts.next(), "secret"));
        written = new Written(sandbox);
        token = written.course(Courses.course("c")
                .shortVideo("s1", 30, "1.1", 1)
                .shortVideo("s2", 30, "1.2", 1)
                .build());
        token += ","
                + written.put(watchedShort("ana", "s1", 15_000).setLiked(true).build());
        Map<String, String> settings = QueryService.settings(sandbox);
        settings.put("spring.datasource.url", database.createDatabase("playhead"));
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        byDefault = QueryService.start(settings).ready();
        toMock = QueryService.start(settings, "short.videos.fallback=mock").ready();
    }

    @AfterAll
    static void stop() {
        byDefault.close();
        toMock.close();
        written.close();
        database.close();
    }

    @Test
    void the_catalog_with_nothing_watched_or_what_was_made_up_and_both_say_so() {
        assertKnown(byDefault);
        assertKnown(toMock);

        try (Frozen frozen = Frozen.of(database.pid())) {
            assertThat(frozen).isNotNull();
            assertDegraded();
        }
        await().atMost(SOON).untilAsserted(() -> assertKnown(byDefault));
        await().atMost(SOON).untilAsserted(() -> assertKnown(toMock));
    }

    private static void assertKnown(QueryService service) {
        Answer answer = ana(service).getAfter(ALL, token);

        assertThat(answer.header("Playhead-Fresh")).isEqualTo("true");
        assertThat(answer.text()).contains("\"watch_percentage\":50,").doesNotContain("degraded", "mock_");
    }

    private static void assertDegraded() {
        Answer catalog = inTime(ana(byDefault), ALL);
        assertThat(catalog.status()).isEqualTo(200);
        assertThat(catalog.text())
                .contains("\"id\":\"s1\"", "\"id\":\"s2\"", "\"watch_percentage\":0,", "\"liked\":false,")
                .doesNotContain("\"watch_percentage\":50,", "mock_")
                .endsWith("\"count\":2,\"degraded\":true}");
        assertThat(ana(byDefault).getAfter(ALL, token).header("Playhead-Fresh")).isEqualTo("false");

        Answer madeUp = inTime(ana(toMock), OF_SUBMODULE);
        assertThat(madeUp.status()).isEqualTo(200);
        assertThat(madeUp.text())
                .contains("\"id\":\"mock_1.1_1\"", "\"id\":\"mock_1.1_2\"")
                .endsWith("\"count\":2,\"degraded\":true}");

        // Whoever has sessions is not told that there are none.
        assertThat(ana(byDefault).get("/learning/api/shorts/session").status()).isEqualTo(503);
        assertThat(ana(toMock).get("/learning/api/shorts/sessions").status()).isEqualTo(503);
    }

    private static Answer inTime(As caller, String path) {
        long startedNanos = System.nanoTime();
        Answer answer = caller.get(path);
        assertThat(Duration.ofNanos(System.nanoTime() - startedNanos)).isLessThan(ANSWERED_WITHIN);
        return answer;
    }

    private static As ana(QueryService service) {
        return service.as(TokenRequest.student("ana"));
    }
}
