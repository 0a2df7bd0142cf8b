package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.playhead.local.run.ShortsDevice.Offline;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a platform that runs must show of shorts, through its front door alone.
interface ShortsOnPlatform {
    String SHORTS = "/learning/api/shorts/";
    String OF_SUBMODULE = SHORTS + "submodule/";
    String SESSION = SHORTS + "session";
    String SESSIONS = SHORTS + "sessions";
    Duration COUNTED_WITHIN = Duration.ofSeconds(15);

    RunningPlatform platform();

    @Test
    default void v2_real_shorts_are_shown_and_what_is_watched_is_tracked() throws Exception {
        Client vera = platform().client("v2-vera", "student");
        ShortsDevice phone = new ShortsDevice(vera, "phone");

        JsonNode half = vera.getAfter(phone.reports("short-1.1-1", 50, 22.5), OF_SUBMODULE + "1.1");
        JsonNode whole = vera.getAfter(phone.reports("short-1.1-1", 95, 42.75), OF_SUBMODULE + "1.1");

        assertThat(half.path("videos").valueStream())
                .extracting(each -> each.path("id").asString())
                .containsExactly("short-1.1-1", "short-1.1-2");
        assertThat(half.at("/videos/0/watch_percentage").asDouble()).isEqualTo(50);
        assertThat(half.at("/videos/0/is_completed").asBoolean(true)).isFalse();
        assertThat(half.at("/videos/1/watch_percentage").asDouble(-1)).isZero();
        assertThat(whole.at("/videos/0/watch_percentage").asDouble()).isEqualTo(95);
        assertThat(whole.at("/videos/0/is_completed").asBoolean()).isTrue();
        await().atMost(COUNTED_WITHIN)
                .until(() ->
                        vera.get(OF_SUBMODULE + "1.1").at("/videos/0/views").asInt() > 0);
    }

    /// Another page knows nothing but who the student is.
    @Test
    default void v4_what_was_watched_is_there_when_a_page_is_loaded_again() throws Exception {
        Client page = platform().client("v4-walt", "student");
        String written = new ShortsDevice(page, "phone").reports("short-1.2-1", 40, 23.6);
        JsonNode before = page.getAfter(written, OF_SUBMODULE + "1.2");

        Client reloaded = platform().client("v4-walt", "student");
        JsonNode after = reloaded.get(SHORTS + "all-session?start=1.2");

        for (JsonNode shown : List.of(before, after)) {
            assertThat(shown.at("/videos/0/id").asString()).isEqualTo("short-1.2-1");
            assertThat(shown.at("/videos/0/watch_percentage").asDouble()).isEqualTo(40);
        }
        assertThat(reloaded.status("short-1.2-1").path("resume_at").asDouble()).isEqualTo(23.6);
        assertThat(reloaded.get(SESSION).at("/session/current").asString()).isEqualTo("short-1.2-1");
    }

    @Test
    default void v5_the_addresses_work_for_mock_and_for_real_shorts() throws Exception {
        Client xena = platform().client("v5-xena", "student");
        String report =
                "{\"shorts_id\":\"%s\",\"watch_percentage\":50,\"watch_time_seconds\":22.5,\"swipe_direction\":\"none\"}";

        HttpResponse<String> mock = xena.send("POST", SHORTS + "mock/progress", report.formatted("mock_1.1_1"));
        HttpResponse<String> real = xena.send("POST", SHORTS + "short-1.1-1/progress", report.formatted("short-1.1-1"));
        HttpResponse<String> named = xena.send("POST", SHORTS + "watch", report.formatted("short-1.1-1"));

        assertThat(mock.statusCode()).as(mock.body()).isEqualTo(200);
        assertThat(mock.body()).contains("\"success\":true", "not saved", "\"watch_percentage\":50");
        assertThat(List.of(real, named)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"success\":true,\"watch_percentage\":50,\"completed\":false}");
        });
        assertThat(xena.getAfter(Client.written(named), SESSION)
                        .at("/session/shorts_watched")
                        .asInt())
                .isEqualTo(1);
    }

    /// On the phone, then without a connection, meanwhile on a laptop: what the phone saw comes last,
    /// lies between the two, and makes them one.
    @Test
    default void a_sitting_goes_on_from_device_to_device_over_a_gap_without_a_connection() throws Exception {
        Client zoe = platform().client("gap-zoe", "student");
        ShortsDevice phone = new ShortsDevice(zoe, "phone");
        ShortsDevice laptop = new ShortsDevice(zoe, "laptop");
        Instant began = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(65 * 60);
        try (ShortsCourse course = ShortsCourse.put(platform(), "gap", 60, 5)) {
            String written = course.written();
            written += "," + phone.reports(course.id(1), 0, 0, "none", began);
            written += "," + phone.reports(course.id(1), 100, 60, "up", began.plusSeconds(60));
            written += "," + laptop.reports(course.id(4), 10, 6, "down", began.plusSeconds(3_600));
            JsonNode apart = zoe.getAfter(written, SESSIONS).path("sessions");

            written += ","
                    + phone.catchesUp(List.of(
                            new Offline(course.id(2), 0, 60, began.plusSeconds(1_200)),
                            new Offline(course.id(2), 40, 60, began.plusSeconds(1_240)),
                            new Offline(course.id(3), 5, 60, began.plusSeconds(2_400))));
            written += "," + phone.reports(course.id(2), 80, 48, "up", began.plusSeconds(1_250));
            JsonNode joined = zoe.getAfter(written, SESSIONS).path("sessions");
            // The answer got lost on its way.
            written += "," + phone.reports(course.id(2), 80, 48, "up", began.plusSeconds(1_250));
            JsonNode again = zoe.getAfter(written, SESSIONS).path("sessions");

            assertThat(apart.valueStream())
                    .extracting(each -> each.path("started").asString())
                    .containsExactly(began.plusSeconds(3_600).toString(), began.toString());
            assertThat(joined).hasSize(1).isEqualTo(again);
            assertThat(joined.path(0).toString())
                    .isEqualTo("{\"started\":\"%s\",\"last_seen\":\"%s\",\"active\":true,\"shorts_watched\":4,"
                                    .formatted(began, began.plusSeconds(3_600))
                            + "\"shorts_completed\":1,\"swipes_up\":2,\"swipes_down\":1,\"watched_seconds\":108,"
                            + "\"current\":\"%s\"}".formatted(course.id(4)));
        }
    }

    @Test
    default void what_two_devices_do_with_shorts_unseen_counts_once_and_is_no_view() throws Exception {
        Client yan = platform().client("unseen-yan", "student");
        ShortsDevice phone = new ShortsDevice(yan, "phone");
        ShortsDevice laptop = new ShortsDevice(yan, "laptop");
        UUID share = UUID.randomUUID();
        try (ShortsCourse course = ShortsCourse.put(platform(), "unseen", 60, 2)) {
            String written = course.written();
            written += "," + phone.likes(course.id(1)) + "," + laptop.likes(course.id(1));
            // The answer got lost on its way.
            written += "," + phone.shares(course.id(2), share) + "," + phone.shares(course.id(2), share);
            JsonNode liked = yan.getAfter(written, course.shorts());
            JsonNode status = yan.statusAfter(written, course.id(1));
            await().atMost(COUNTED_WITHIN)
                    .until(() -> yan.get(course.shorts()).at("/videos/1/shares").asInt() > 0);

            assertThat(liked.at("/videos/0/liked").asBoolean()).isTrue();
            assertThat(liked.at("/videos/1/liked").asBoolean(true)).isFalse();
            assertThat(status.path("last_watched").isNull()).isTrue();
            assertThat(yan.get(SESSION).path("session").isNull()).isTrue();
            assertThat(yan.get(course.shorts()).path("videos").valueStream())
                    .extracting(
                            each -> each.path("likes").asInt(),
                            each -> each.path("shares").asInt(),
                            each -> each.path("views").asInt())
                    .containsExactly(tuple(1, 0, 0), tuple(0, 1, 0));
        }
    }
}
