package dev.playhead.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the service answered.
public record Answer(int status, HttpHeaders headers, String body) {
    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /// The errors of a 422, as `field message`.
    public List<String> errors() {
        return json().path("errors")
                .valueStream()
                .map(error -> error.path("field").asString() + " "
                        + error.path("message").asString())
                .toList();
    }

    public Answer isAccepted() {
        assertThat(status).as(body).isEqualTo(202);
        return this;
    }

    public Answer isProblem(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(json().path("status").asInt()).isEqualTo(expected);
        assertThat(json().path("success").asBoolean(true)).isFalse();
        assertThat(json().path("error").asString()).isNotBlank();
        return this;
    }

    /// With exactly these errors, as `field message`, in any order.
    public void isInvalid(String... errors) {
        isProblem(422);
        assertThat(errors()).containsExactlyInAnyOrder(errors);
    }
}
