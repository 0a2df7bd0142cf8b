package dev.playhead.web.json;

import static dev.playhead.web.sample.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.web.sample.Calls;
import dev.playhead.web.sample.OnRealHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealHttp
class JsonBodiesIT {

    private final Calls calls;

    JsonBodiesIT(@LocalServerPort int port) {
        this.calls = new Calls(port);
    }

    @Test
    void a_body_is_read_and_written_in_snake_case_with_times_as_text() {
        var body = """
                {"watch_time": 1.5, "sequence": 3, "muted": true, "title": "ä", "kind": "paused",
                 "sent_at": "2026-01-01T00:00:00Z", "parts": [{"id": "p", "length_seconds": 2.0}]}""";

        var response = calls.post("/api/lenient", body);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Calls.json(response.body())).isEqualTo(Calls.json(body));
    }

    @Test
    void a_whole_number_is_a_number() {
        assertThat(calls.post("/api/lenient", "{\"watch_time\": 2}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void instants_and_durations_are_answered_as_text() {
        assertThat(Calls.json(calls.get("/api/versioned").body()))
                .containsEntry("created_at", "1970-01-01T00:00:00Z")
                .containsEntry("took", "PT1M30S");
    }

    @Test
    void unknown_fields_are_ignored_where_nothing_else_is_asked() {
        assertThat(calls.post("/api/lenient", "{\"watch_tiem\": 1, \"parts\": [{\"length_seconds\": 1, \"x\": {}}]}")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"titel\": 1} | titel", "{\"parts\": [{\"id\": \"a\"}, {\"idd\": \"b\"}]} | parts[1].idd"})
    void unknown_fields_are_refused_where_that_is_asked(String body, String field) {
        assertProblem(calls.post("/api/strict", body)).isInvalid(field, "is not a known field");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"watch_time\": \"1.5\"}       | watch_time | must be a finite number",
                "{\"watch_time\": \"NaN\"}       | watch_time | must be a finite number",
                "{\"watch_time\": \"\"}          | watch_time | must be a finite number",
                "{\"watch_time\": 1e999}         | watch_time | must be a finite number",
                "{\"watch_time\": true}          | watch_time | must be a finite number",
                "{\"watch_time\": [1]}           | watch_time | must be a finite number",
                "{\"sequence\": 1.5}             | sequence   | must be a whole number in range",
                "{\"sequence\": \"1\"}           | sequence   | must be a whole number in range",
                "{\"sequence\": 99999999999}     | sequence   | must be a whole number in range",
                "{\"muted\": \"true\"}           | muted      | must be true or false",
                "{\"muted\": 1}                  | muted      | must be true or false",
                "{\"title\": 5}                  | title      | must be a string",
                "{\"title\": true}               | title      | must be a string",
                "{\"title\": \"a\\u0000\"}          | title | must not have the character U+0000 or half of a surrogate pair",
                "{\"title\": \"\\ud800\"}           | title | must not have the character U+0000 or half of a surrogate pair",
                "{\"title\": {}}                 | title      | must be a string",
                "{\"kind\": \"rewinding\"}       | kind       | must be one of playing, paused",
                "{\"kind\": 0}                   | kind       | must be one of playing, paused",
                "{\"sent_at\": \"yesterday\"}    | sent_at    | must be a date or time as of RFC 3339",
                "{\"sent_at\": \"1767225600\"}   | sent_at    | must be a date or time as of RFC 3339",
                "{\"sent_at\": \"+99999-01-01T00:00:00Z\"} | sent_at | must be a date or time as of RFC 3339",
                "{\"sent_at\": \"2026-01-01T00:00:00\"} | sent_at | must be a date or time as of RFC 3339",
                "{\"sent_at\": 5}                | sent_at    | must be a date or time as of RFC 3339",
                "{\"parts\": {}}                 | parts      | must be an array",
                "{\"parts\": [{\"length_seconds\": 1}, 7]}     | parts[1] | must be an object",
                "{\"parts\": [{\"length_seconds\": null}]}     | parts[0].length_seconds | must be a finite number",
                "{\"parts\": [{\"length_seconds\": \"long\"}]} | parts[0].length_seconds | must be a finite number",
                "[]                              | body       | must be an object",
                "\"text\"                        | body       | must be an object",
            })
    void a_value_of_the_wrong_type_is_422_and_names_its_field(String body, String field, String message) {
        assertProblem(calls.post("/api/lenient", body)).isInvalid(field, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"watch_time\": }                   | The body is not JSON (line 1, column 16)",
                "{\"watch_time\": NaN}                | The body is not JSON (line 1, column 19)",
                "{\"watch_time\": -Infinity}          | The body is not JSON (line 1, column 25)",
                "{\"watch_time\": 1, \"watch_time\": 2} | The body names a field twice (line 1, column 31)",
                "{\"watch_time\": 1                   | The body ends before its JSON does (line 1, column 17)",
                "{} {}                                | The body goes on after its JSON has ended (line 1, column 4)",
                "{}]                                  | The body is not JSON (line 1, column 3)",
            })
    void what_is_no_json_is_400_and_says_where(String body, String detail) {
        assertProblem(calls.post("/api/lenient", body)).isMalformed(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n"})
    void an_empty_body_is_400(String body) {
        assertThat(calls.post("/api/lenient", body).statusCode()).isEqualTo(400);
        assertThat(calls.post("/api/lenient", body).body()).contains("JSON is needed");
    }

    @Test
    void what_is_not_utf_8_is_400() {
        var latin = "{\"title\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertProblem(calls.post("/api/lenient", BodyPublishers.ofByteArray(latin)))
                .isMalformed("The body is not UTF-8 (line 1, column 14)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c080", "eda080", "f4908080", "c3", "ff", "80"})
    void what_is_nearly_utf_8_is_400_or_422(String hex) {
        var body = HexFormat.of().parseHex("7b227469746c65223a22" + hex + "227d");

        assertThat(calls.post("/api/lenient", BodyPublishers.ofByteArray(body)).statusCode())
                .isIn(400, 422);
    }

    @Test
    void a_body_nested_too_deeply_is_400() {
        assertThat(calls.post("/api/lenient", nested(32)).statusCode()).isEqualTo(200);

        var response = calls.post("/api/lenient", nested(33));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("The body's JSON is nested too deeply, or a part of it is too long");
    }

    private static String nested(int levels) {
        return "{\"x\": " + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
    }
}
