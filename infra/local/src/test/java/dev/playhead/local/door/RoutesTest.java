package dev.playhead.local.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    @ParameterizedTest
    @CsvSource({
        "GET,     /api/progress/video/video123/status,     QUERY",
        "GET,     /api/progress/continue-watching,         QUERY",
        "GET,     /api/progress/course/demo/students,      QUERY",
        "GET,     /api/students/ana/progress/course/demo,  QUERY",
        "GET,     /api/students/ana/progress/video/v,      QUERY",
        "GET,     /api/completions,                        QUERY",
        "HEAD,    /api/catalog/courses/demo,               QUERY",
        "GET,     /,                                       QUERY",
        "GET,     /v3/api-docs/query,                      QUERY",
        "GET,     /v3/api-docs/ingest,                     INGEST",
        "POST,    /api/progress/videos/batch,              QUERY",
        "POST,    /api/progress/videos/batch/,             INGEST",
        "POST,    /api/progress/video/video123/watch-time, INGEST",
        "POST,    /api/progress/heartbeats,                INGEST",
        "POST,    /api/import/heartbeats,                  INGEST",
        "PUT,     /api/catalog/courses/demo,               INGEST",
        "DELETE,  /api/students/ana/progress,              INGEST",
        "POST,    /xapi/statements,                        INGEST",
        "PUT,     /xapi/statements,                        INGEST",
        "GET,     /learning/api/shorts/all-session,        QUERY",
        "POST,    /learning/api/shorts/123/progress,       INGEST",
        "POST,    /learning/api/shorts/mock/progress,      INGEST",
        "POST,    /learning/api/shorts/watch,              INGEST",
        "DELETE,  /learning/api/shorts/123/like,           INGEST",
        "OPTIONS, /api/catalog/courses,                    INGEST"
    })
    void reads_go_to_query_and_writes_to_ingest(String method, String path, Upstream upstream) {
        assertThat(Routes.of(method, null, path)).isEqualTo(upstream);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/catalog/courses/demo,  QUERY",
        "PUT, /api/catalog/courses/demo,  INGEST",
        "POST, /api/progress/videos/batch, QUERY"
    })
    void a_preflight_goes_where_its_request_will(String asked, String path, Upstream upstream) {
        assertThat(Routes.of("OPTIONS", asked, path)).isEqualTo(upstream);
    }
}
