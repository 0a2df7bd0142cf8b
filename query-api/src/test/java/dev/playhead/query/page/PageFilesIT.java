package dev.playhead.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.Api;
import dev.playhead.query.running.QueryService;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is served of the page, to whoever comes.
class PageFilesIT {
    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"([^\"]+)\"|from '\\./([^']+)'");
    private static QueryService service;
    private static Api api;

    @BeforeAll
    static void start() {
        Sandbox sandbox = Stack.shared().sandbox(PageFilesIT.class);
        service = QueryService.start(sandbox);
        api = service.api();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/audience,           text/html;charset=utf-8",
        "/audience/style.css, text/css;charset=utf-8",
        "/audience/page.js,   text/javascript;charset=utf-8",
        "/audience/chart.js,  text/javascript;charset=utf-8",
        "/audience/icon.svg,  image/svg+xml"
    })
    void everyone_has_it_and_asks_again_before_it_is_shown_again(String path, String type) {
        Answer answer = api.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(api.get(path, "If-None-Match", answer.header("ETag")).status())
                .isEqualTo(304);
        assertThat(api.send("HEAD", path, "").status()).isEqualTo(200);
    }

    @Test
    void nothing_runs_or_loads_in_it_that_is_not_its_own() {
        Answer page = api.get("/audience");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe", "http", "*", "data:");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.text()).doesNotContain("style=", "<style", "onclick", "http:", "https:");
    }

    @Test
    void all_that_it_names_is_there() {
        List<String> ofThePage = named(api.get("/audience").text());
        List<String> ofItsScripts = named(api.get("/audience/page.js").text());

        assertThat(ofThePage)
                .hasSize(4)
                .allSatisfy(path -> assertThat(api.get("/" + path).status()).isEqualTo(200));
        assertThat(ofItsScripts)
                .hasSizeGreaterThan(4)
                .allSatisfy(path ->
                        assertThat(api.get("/audience/" + path).status()).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audience/index.html", "/audience/none.js", "/audience/..%2fapplication.properties"})
    void nothing_else_is(String path) {
        Answer answer = api.get(path);

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void who_types_a_slash_too_many_finds_it() {
        Answer answer = api.get("/audience/");

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.header("Location")).isEqualTo("../audience");
    }

    @Test
    void it_is_not_on_the_management_port() {
        assertThat(service.management().get("/audience").status()).isEqualTo(404);
    }

    @Test
    void what_it_shows_is_not_for_everyone() {
        assertThat(api.get("/api/catalog/courses").status()).isEqualTo(401);
        assertThat(api.get("/audience/more/than/a/file").status()).isEqualTo(401);
    }

    private static List<String> named(String text) {
        return NAMED.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
    }
}
