package dev.playhead.ingest.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class UsualRequestTest {
    private final MockHttpServletRequest request =
            new MockHttpServletRequest("POST", "/api/progress/video/video123/watch-time");

    @Test
    void a_page_of_any_origin_is_usual_only_where_it_does_not_matter() {
        request.setContentType("application/json");
        assertThat(UsualRequest.video(request, false)).isEqualTo("video123");

        request.addHeader("Origin", "https://school.example");

        assertThat(UsualRequest.video(request, true)).isEqualTo("video123");
        assertThat(UsualRequest.video(request, false)).isNull();
    }
}
