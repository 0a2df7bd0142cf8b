package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What a platform that runs must show to pages that are older than it.
interface PagesOnPlatform {
    Duration SHOWN_WITHIN = Duration.ofSeconds(30);
    int DEMO_SHORTS = 46;

    RunningPlatform platform();

    @Test
    default void the_player_of_shorts_that_pages_have_works_as_it_is() {
        ShortsPage page = new ShortsPage(platform().frontDoor(), platform().token("page-fay", "student"));

        ShortsPage.Opened opened = page.open("""
                {"start": "5.4", "reports": [{"id": "short-5.4-1", "at": 58.2, "completed": true},
                  {"id": "short-1.1-1", "at": 11.25}]}""");

        assertThat(opened.complaints()).isEmpty();
        assertThat(opened.calls())
                .containsExactly(
                        "GET /learning/api/shorts/all-session?start=5.4 200",
                        "POST /learning/api/shorts/short-5.4-1/progress 202",
                        "POST /learning/api/shorts/short-1.1-1/progress 202");
        assertThat(opened.ids())
                .startsWith("short-5.4-1", "short-5.4-2")
                .endsWith("short-5.3-2")
                .hasSizeGreaterThanOrEqualTo(DEMO_SHORTS);
        await().atMost(SHOWN_WITHIN).untilAsserted(() -> {
            ShortsPage.Opened reloaded = page.open("{\"start\": \"1.1\"}");
            assertThat(reloaded.video("short-5.4-1").path("is_completed").asBoolean())
                    .isTrue();
            assertThat(reloaded.video("short-1.1-1").path("watch_percentage").asDouble())
                    .isEqualTo(25);
        });
    }

    /// It has ids that are numbers, and does not know how long a short is before it is loaded.
    @Test
    default void a_page_of_one_module_reports_real_shorts_and_mock_ones() throws Exception {
        HttpResponse<String> put = platform().client("root", "admin").send("PUT", "/api/catalog/courses/numbered", """
                {"title": "Of before", "chapters": [{"id": "n1", "title": "One", "materials": [
                  {"id": "123", "kind": "SHORT", "title": "Numbered", "duration": 45}]}]}""");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(202);
        ShortsPage page = new ShortsPage(platform().frontDoor(), platform().token("page-gus", "student"));

        ShortsPage.Opened opened = page.open("""
                {"videos": [{"id": 123}, {"id": "mock_1.1_1", "duration_seconds": 45}],
                 "reports": [{"id": 123, "at": 11.25}, {"id": "mock_1.1_1", "at": 11.25}]}""");

        assertThat(opened.complaints()).isEmpty();
        assertThat(opened.calls())
                .containsExactly(
                        "POST /learning/api/shorts/123/progress 202", "POST /learning/api/shorts/mock/progress 200");
    }
}
