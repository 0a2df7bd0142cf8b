package dev.playhead.query.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.playhead.query.running.Crowd;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.schemas.event.Audience;
import dev.playhead.testing.browser.Chromium;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import dev.playhead.testing.tokens.TokenRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page in a real browser. Without one on the machine it is skipped, and says so; `infra/verify` installs it.
class AudiencePageIT {
    private static final String TEACHER = QueryService.token(TokenRequest.teacher("tom", "demo"));
    private static final String HOSTILE = "<img src=x onerror=\"window.caught = true\">";

    @TempDir
    static Path home;

    private static QueryService service;
    private static Written written;
    private static Chromium chromium;
    private Teacher tom;

    @BeforeAll
    static void start() {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "There is no Chromium on the PATH");
        Sandbox sandbox = Stack.shared().begin().sandbox(AudiencePageIT.class);
        written = new Written(sandbox);
        written.course(Courses.course("demo")
                .video("video123", 600)
                .video("moving", 600)
                .video("small", 600)
                .video("hostile", 600, it -> it.setTitle(HOSTILE))
                .build());
        written.course(
                Courses.course("other").title("Not tom's").video("theirs", 60).build());
        written.put(audience("video123", 20));
        written.put(audience("moving", 20));
        written.put(audience("small", 3));
        written.put(audience("hostile", 20));
        service = QueryService.start(sandbox).ready();
        chromium = Chromium.start(program.get(), home);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
            service.close();
            written.close();
        }
    }

    @BeforeEach
    void open() {
        tom = new Teacher(chromium.tab(), "http://127.0.0.1:" + service.port() + "/audience");
    }

    @AfterEach
    void close() {
        tom.close();
    }

    @Test
    void a_teacher_sees_the_figures_and_where_viewers_leave() {
        tom.looksAt("demo", "video123", TEACHER);

        tom.sees("#viewers", "20");
        assertThat(tom.reads("#views")).isEqualTo("40");
        assertThat(tom.reads("#completions")).isEqualTo("10 (50 %)");
        assertThat(tom.reads("#average-watch-time")).isEqualTo("5 min 0 s");
        assertThat(tom.reads("#average-percentage")).isEqualTo("75 %");
        assertThat(tom.reads("#drop-offs")).contains("At 5:00, 50 % of the viewers");
        assertThat(tom.reads("#hotspots")).contains("2:00 to 2:30");
        tom.sees("#course-title", "Course demo");
        tom.sees("#videos", "Title of video123");
    }

    @Test
    void it_draws_what_the_service_tells() {
        tom.looksAt("demo", "video123", TEACHER);
        tom.sees("#viewers", "20");

        assertThat(tom.drawn("retention").valueStream().map(each -> Math.round(each.asDouble())))
                .containsExactlyElementsOf(LongStream.range(0, 100)
                        .map(at -> at < 50 ? 100 : 50)
                        .boxed()
                        .toList());
        assertThat(tom.drawn("heat").get(20).asLong()).isEqualTo(80);
        assertThat(tom.drawn("exits").get(50).asLong()).isEqualTo(10);
        await().untilAsserted(() -> assertThat(tom.drawn("days")).hasSize(28));
        assertThat(List.of("retention", "heat", "exits", "days")).allMatch(tom::hasInk);
    }

    @Test
    void it_moves_while_somebody_looks_and_asks_only_for_what_is_new() {
        tom.looksAt("demo", "moving", TEACHER);
        tom.sees("#viewers", "20");
        tom.tab().evaluate("window.stayed = true");

        written.put(audience("moving", 30));

        tom.sees("#viewers", "30");
        assertThat(tom.tab().evaluate("window.stayed").asBoolean()).isTrue();
        assertThat(tom.tab().asked())
                .filteredOn(each -> each.url().endsWith("/moving/audience"))
                .last()
                .satisfies(each -> assertThat(each.headers().propertyNames()).contains("If-None-Match"));
    }

    @Test
    void of_a_small_class_it_says_that_nothing_more_is_shown() {
        tom.looksAt("demo", "small", TEACHER);

        tom.sees("#withheld", "Only 3 students have watched this");
        assertThat(tom.reads("#viewers")).isEqualTo("3");
        assertThat(tom.reads("#curves")).isEmpty();
    }

    @Test
    void what_an_author_wrote_is_text_and_never_markup() {
        tom.looksAt("demo", "hostile", TEACHER);

        tom.sees("#video-title", HOSTILE);
        tom.sees("#videos", HOSTILE);
        assertThat(tom.tab().evaluate("document.images.length").asInt()).isZero();
        assertThat(tom.tab().evaluate("window.caught === true").asBoolean()).isFalse();
    }

    @Test
    void it_asks_nobody_else_never_shows_the_token_and_has_nothing_to_complain_of() {
        tom.looksAt("demo", "video123", TEACHER);
        tom.sees("#viewers", "20");
        tom.tab().prefer("dark");
        tom.tab().evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
        tom.sees("#retention-table", "Viewers who saw it");

        assertThat(tom.tab().asked())
                .hasSizeGreaterThan(10)
                .allSatisfy(each -> assertThat(each.url())
                        .startsWith("http://127.0.0.1:" + service.port() + "/")
                        .doesNotContain(TEACHER));
        assertThat(tom.tab().complaints()).isEmpty();
        assertThat(tom.tab().evaluate("location.href").asString()).doesNotContain(TEACHER);
        assertThat(tom.tab()
                        .evaluate("localStorage.length + document.cookie.length")
                        .asInt())
                .isZero();
    }

    @Test
    void every_picture_is_a_table_too() {
        tom.looksAt("demo", "video123", TEACHER);
        tom.sees("#viewers", "20");

        tom.tab().evaluate("document.querySelector('#retention-table summary').click()");

        tom.sees("#retention-table", "Viewers who saw it");
        assertThat(tom.tab()
                        .evaluate("document.querySelectorAll('#retention-table tbody tr').length")
                        .asInt())
                .isEqualTo(100);
        assertThat(tom.tab()
                        .evaluate("document.getElementById('retention').ariaLabel")
                        .asString())
                .contains("50 % see the end", "At 5:00");
    }

    @Test
    void a_video_is_chosen_with_the_keyboard() {
        tom.looksAt("demo", "video123", TEACHER);
        tom.sees("#video-title", "Title of video123");
        tom.tab().evaluate("document.querySelector('#videos button').focus()");

        tom.tab().press("Tab");
        tom.tab().press("Enter");

        tom.sees("#video-title", "Title of moving");
        assertThat(tom.tab().evaluate("location.hash").asString()).isEqualTo("#course=demo&video=moving");
    }

    @Test
    void nothing_is_cut_off_on_a_phone() {
        tom.tab().resize(340, 700);
        tom.looksAt("demo", "hostile", TEACHER);
        tom.sees("#viewers", "20");

        assertThat(tom.tab().evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(340);
    }

    @Test
    void who_may_not_see_it_is_told_and_is_not_asked_for_again() {
        tom.looksAt("other", "theirs", TEACHER);

        tom.sees("#notice", "may not see this audience");
        assertThat(tom.reads("#state")).isEqualTo("Stopped");
    }

    @Test
    void a_token_that_is_none_is_asked_for_again() {
        tom.looksAt("demo", "video123", "no token at all");
        tom.sees("#notice", "The token is not valid");

        tom.enters(TEACHER);

        tom.sees("#viewers", "20");
        tom.doesNotSee("#notice");
    }

    @Test
    void while_nobody_answers_it_says_so_and_then_goes_on() {
        tom.looksAt("demo", "video123", TEACHER);
        tom.sees("#viewers", "20");

        tom.tab().offline(true);
        tom.sees("#notice", "does not answer at the moment");
        assertThat(tom.reads("#viewers")).isEqualTo("20");
        tom.tab().offline(false);

        tom.doesNotSee("#notice");
        tom.sees("#state", "Live");
    }

    /// As a proxy says it while nobody is behind it.
    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void while_a_proxy_answers_for_it_that_nobody_does_it_says_so_and_goes_on(int status) {
        tom.looksAt("demo", "video123", TEACHER);
        tom.sees("#viewers", "20");

        tom.tab()
                .evaluate("window.answered = window.fetch; window.fetch = async () => new Response('<h1>', { status: "
                        + status + " }); null");
        tom.sees("#notice", "does not answer at the moment");
        tom.tab().evaluate("window.fetch = window.answered; null");

        tom.doesNotSee("#notice");
        tom.sees("#state", "Live");
    }

    @Test
    void nothing_is_asked_for_while_nobody_looks() {
        tom.looksAt("demo", "video123", TEACHER);
        tom.sees("#viewers", "20");

        look(false);
        long asked = tom.asked("/audience");
        await().during(Duration.ofMillis(2_500)).until(() -> tom.asked("/audience") == asked);

        look(true);
        await().until(() -> tom.asked("/audience") > asked);
    }

    private void look(boolean isLooking) {
        tom.tab()
                .evaluate("Object.defineProperty(document, 'hidden', { value: " + !isLooking
                        + ", configurable: true }); document.dispatchEvent(new Event('visibilitychange'))");
    }

    /// Half of the viewers leave in the middle, and all watch 2:00 to 2:30 three times more.
    private static Audience audience(String video, long viewers) {
        IntToLongFunction watching = at -> at < 50 ? viewers : viewers / 2;
        return Crowd.audience(video, viewers)
                .setCompletions(viewers / 2)
                .setViews(2 * viewers)
                .setWatchedMs(300_000 * viewers)
                .setFurthestBasisPoints(7_500 * viewers)
                .setCurves(List.of(Crowd.curve(
                        100,
                        watching,
                        at -> watching.applyAsLong(at) * (at >= 20 && at < 25 ? 4 : 1),
                        at -> at == 50 ? viewers / 2 : 0)))
                .build();
    }
}
