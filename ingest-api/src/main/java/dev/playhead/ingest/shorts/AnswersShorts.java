package dev.playhead.ingest.shorts;

import dev.playhead.ingest.broker.Written;
import dev.playhead.ingest.heartbeat.RateLimitHeaders;
import dev.playhead.web.openapi.Refuses;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How each operation that keeps something of a short answers and refuses, for the API's document.
@ApiResponse(
        responseCode = "202",
        description = "It is in the log; in mock mode it is nowhere, and has no " + Written.HEADER,
        headers = {
            @Header(name = Written.HEADER, description = Written.MEANING, schema = @Schema(type = "string")),
            @Header(
                    name = RateLimitHeaders.POLICY,
                    description = RateLimitHeaders.POLICY_MEANING,
                    required = true,
                    schema = @Schema(type = "string")),
            @Header(
                    name = RateLimitHeaders.LEFT,
                    description = RateLimitHeaders.LEFT_MEANING,
                    required = true,
                    schema = @Schema(type = "string"))
        })
@Refuses({ProblemType.NOT_FOUND, ProblemType.TOO_MANY_REQUESTS, ProblemType.UNAVAILABLE})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface AnswersShorts {}
