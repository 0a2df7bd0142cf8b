package dev.playhead.web.problem;

import static dev.playhead.web.sample.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.web.sample.Calls;
import dev.playhead.web.sample.OnRealHttp;
import dev.playhead.web.sample.RawHttp;
import dev.playhead.web.sample.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnRealHttp
class ProblemsIT {

    private final int port;
    private final Calls calls;

    ProblemsIT(@LocalServerPort int port) {
        this.port = port;
        this.calls = new Calls(port);
    }

    @Test
    void a_path_that_is_not_there_is_404() {
        assertProblem(calls.get("/api/nowhere"))
                .is(
                        404,
                        "not-found",
                        "There is nothing here",
                        "There is no such path; see the documentation for those there are");
    }

    @Test
    void the_error_path_itself_is_404() {
        assertProblem(calls.get("/error")).is(404, "not-found", "There is nothing here", "There is nothing here");
    }

    @Test
    void a_thing_that_is_not_there_is_404() {
        assertProblem(calls.get("/api/refusals/not-found"))
                .is(404, "not-found", "There is nothing here", "Video 'x' is not in the catalog");
    }

    @Test
    void a_wrong_method_is_405_and_says_which_are_right() {
        var response = Calls.send(calls.to("/api/lenient").DELETE());

        assertProblem(response)
                .is(
                        405,
                        "method-not-allowed",
                        "The method is not supported here",
                        "DELETE is not supported here; use POST");
        assertThat(Calls.header(response, "Allow")).isEqualTo("POST");
    }

    @Test
    void an_accept_header_that_allows_no_json_is_406_in_problem_json_all_the_same() {
        assertProblem(Calls.send(calls.to("/api/me").header("Accept", "text/csv")))
                .is(
                        406,
                        "not-acceptable",
                        "No acceptable media type can be answered",
                        "The Accept header allows nothing that can be answered here; use application/json");
    }

    @Test
    void a_body_that_is_no_json_is_415() {
        var request = calls.to("/api/lenient").header("Content-Type", "text/csv");

        var response = Calls.send(request.POST(BodyPublishers.ofString("a,b")));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(Calls.json(response.body()))
                .containsEntry("type", "urn:playhead:problem:unsupported-media-type")
                .containsEntry("title", "The media type is not supported")
                .containsEntry("status", 415)
                .containsEntry("instance", "/api/lenient")
                .hasEntrySatisfying(
                        "detail",
                        detail -> assertThat((String) detail)
                                .startsWith("The Content-Type is missing or not supported here; use application/json"));
    }

    @Test
    void a_conflict_is_409() {
        assertProblem(calls.get("/api/refusals/conflict"))
                .is(409, "conflict", "The request conflicts with what is there", "Material 'x' belongs to course 'y'");
    }

    @Test
    void a_failed_precondition_is_412() {
        assertProblem(calls.get("/api/refusals/precondition-failed"))
                .is(412, "precondition-failed", "The precondition does not hold", "The course has changed");
    }

    @Test
    void invalid_input_is_422_with_all_its_errors() {
        assertProblem(calls.get("/api/refusals/invalid"))
                .with(
                        "errors",
                        List.of(
                                Map.of("field", "watch_time", "message", "must be a number"),
                                Map.of("field", "total_duration", "message", "is required")))
                .is(422, "invalid", "The request is not valid", "2 errors, in watch_time, total_duration");
    }

    @Test
    void too_many_requests_are_429_and_say_when_to_come_back() {
        var response = calls.get("/api/refusals/too-many-requests");

        assertProblem(response)
                .with("retry_after", 1)
                .is(429, "too-many-requests", "There are too many requests", "One a second");
        assertThat(Calls.header(response, "Retry-After")).isEqualTo("1");
    }

    @Test
    void an_unavailable_service_is_503_and_says_when_to_come_back() {
        var response = calls.get("/api/refusals/unavailable");

        assertProblem(response)
                .with("retry_after", 5)
                .is(503, "unavailable", "The service is not available", "No broker answers");
        assertThat(Calls.header(response, "Retry-After")).isEqualTo("5");
    }

    @Test
    void a_refusal_that_comes_later_is_answered_alike_its_wait_rounded_up() {
        assertProblem(calls.get("/api/later"))
                .with("retry_after", 2)
                .is(503, "unavailable", "The service is not available", "No broker answers");
    }

    @Test
    void a_failure_of_ours_is_500_and_says_nothing_internal() {
        for (var path : List.of("/api/fails", "/api/fails/in-a-filter")) {
            assertProblem(calls.get(path))
                    .is(
                            500,
                            "internal",
                            "The service failed",
                            "The request failed for a reason that is not the caller's; it is logged");
        }
    }

    @Test
    void a_detail_keeps_its_letters_whatever_they_are() {
        assertProblem(calls.get("/api/refusals/other")).isMalformed("Größer als ∞");
    }

    @Test
    void a_missing_parameter_is_422() {
        assertProblem(calls.get("/api/page")).isInvalid("limit", "is required");
    }

    @Test
    void a_parameter_of_the_wrong_type_is_422() {
        assertProblem(calls.get("/api/page?limit=many")).isInvalid("limit", "must be a whole number in range");
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type, garbage",
        "Content-Type, application/json; charset=none",
        "Content-Type, application/json; charset=",
        "Accept, garbage",
        "Accept, ;;;",
        "Accept-Language, \u00e4",
        "If-None-Match, garbage",
        "If-Modified-Since, yesterday",
        "Content-Encoding, none",
        "Range, bytes=9-1",
        "X-Forwarded-For, nobody",
        "Origin, nowhere"
    })
    void a_header_of_nonsense_is_never_a_failure_of_ours(String header, String value) {
        var request = calls.to("/api/lenient").header(header, value);

        assertThat(Calls.send(request.POST(BodyPublishers.ofString("{}"))).statusCode())
                .isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=%zz", "limit=%ff", "limit=1&limit=2", "limit", "&&=&", "limit=1&limit=x"})
    void a_query_of_nonsense_is_never_a_failure_of_ours(String query) {
        assertThat(RawHttp.answer(
                        port,
                        "GET /api/page?" + query + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + Tokens.student()
                                + "\r\n"))
                .startsWith("HTTP/1.1 ")
                .doesNotStartWith("HTTP/1.1 5");
    }

    @Test
    void more_parameters_than_anyone_needs_are_refused() {
        assertProblem(calls.get("/api/page?limit=1" + "&x=1".repeat(200)))
                .isMalformed("The query is malformed, or has too many parameters");
    }

    @Test
    void a_missing_header_is_400() {
        assertProblem(calls.get("/api/header")).isMalformed("The header Playhead-Sample is missing");
    }
}
