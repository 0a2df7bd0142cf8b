package dev.playhead.ingest.heartbeat;

import dev.playhead.ingest.broker.Written;
import dev.playhead.web.openapi.Refuses;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How each operation that takes a batch answers and refuses, for the API's document.
@ApiResponse(
        responseCode = "202",
        description = "What was accepted is in the log, and this is what was not",
        headers =
                @Header(
                        name = Written.HEADER,
                        description = Written.MEANING,
                        required = true,
                        schema = @Schema(type = "string")))
@Refuses({ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.INVALID, ProblemType.UNAVAILABLE})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface AnswersBatch {}
