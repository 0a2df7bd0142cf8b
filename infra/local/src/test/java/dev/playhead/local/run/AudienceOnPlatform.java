package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a platform that runs must show to who asks for all students together.
interface AudienceOnPlatform {
    Duration SUMMED_WITHIN = Duration.ofSeconds(15);
    String ONE_MINUTE = """
            {"watch_time": 60, "total_duration": 600, "session_id": "s", "played": [[0, 60]]}""";

    RunningPlatform platform();

    @Test
    default void what_a_class_watches_and_what_is_reset_its_teacher_sees() throws Exception {
        Client admin = platform().client("root", "admin");
        HttpResponse<String> put = admin.send("PUT", "/api/catalog/courses/seen", """
                {"title": "Seen", "chapters": [{"id": "c1", "title": "One", "materials": [
                  {"id": "seen-1", "kind": "VIDEO", "title": "One", "duration": 600}]}]}""");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(202);
        List<Client> students = IntStream.rangeClosed(1, 6)
                .mapToObj(each -> platform().client("seen-" + each, "student"))
                .toList();

        students.forEach(AudienceOnPlatform::watchOneMinute);

        await().atMost(SUMMED_WITHIN).untilAsserted(() -> {
            JsonNode audience = admin.get("/api/analytics/video/seen-1/audience");
            assertThat(audience.path("viewers").asInt()).isEqualTo(6);
            assertThat(audience.at("/retention/9").asDouble()).isEqualTo(1);
            assertThat(audience.at("/retention/10").asDouble(-1)).isZero();
            assertThat(audience.at("/exits/10").asInt()).isEqualTo(6);
        });
        assertThat(admin.send("DELETE", "/api/students/seen-6/progress", "").statusCode())
                .isEqualTo(202);
        await().atMost(SUMMED_WITHIN).untilAsserted(() -> {
            JsonNode audience = admin.get("/api/analytics/video/seen-1/audience");
            assertThat(audience.path("viewers").asInt()).isEqualTo(5);
            assertThat(audience.at("/exits/10").asInt()).isEqualTo(5);
        });
    }

    @Test
    default void what_the_demo_class_did_shows_where_viewers_leave_and_what_they_repeat() {
        Client admin = platform().client("root", "admin");

        await().atMost(SUMMED_WITHIN).untilAsserted(() -> {
            JsonNode audience = admin.get("/api/analytics/video/video123/audience");
            assertThat(audience.path("drop_off_points").valueStream())
                    .extracting(each -> each.path("position").asInt())
                    .contains(300);
            assertThat(audience.path("hotspots").valueStream())
                    .extracting(each -> each.path("from").asInt())
                    .contains(120);
        });
    }

    /// The catalog may be a moment away.
    private static void watchOneMinute(Client student) {
        await().atMost(SUMMED_WITHIN)
                .until(() -> student.watch("seen-1", ONE_MINUTE).statusCode() == 202);
    }
}
