package dev.playhead.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The whole of a problem's answer, header and body.
public record ProblemAssert(HttpResponse<String> response, Map<String, Object> more) {

    public static ProblemAssert assertProblem(HttpResponse<String> response) {
        return new ProblemAssert(response, Map.of());
    }

    public ProblemAssert with(String key, Object value) {
        var all = new LinkedHashMap<>(more);
        all.put(key, value);
        return new ProblemAssert(response, all);
    }

    /// Every field at once, so that one too many fails as well as one too few.
    public void is(int status, String slug, String title, String detail) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("type", "urn:playhead:problem:" + slug);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", response.uri().getPath());
        body.put("success", false);
        body.put("error", detail);
        assertThat(Calls.json(response.body())).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Calls.header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Calls.header(response, "Cache-Control")).isEqualTo("no-store");
    }

    public void isInvalid(String field, String message) {
        with("errors", List.of(Map.of("field", field, "message", message)))
                .is(422, "invalid", "The request is not valid", field + " " + message);
    }

    public void isMalformed(String detail) {
        is(400, "malformed", "The request is malformed", detail);
    }
}
