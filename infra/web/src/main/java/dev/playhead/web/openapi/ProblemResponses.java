package dev.playhead.web.openapi;

import dev.playhead.web.problem.FieldError;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemJson;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// A response for each kind of problem, with an example, for operations to refer to.
final class ProblemResponses {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration SOON = Duration.ofSeconds(5);

    private ProblemResponses() {}

    static void addTo(Components components) {
        ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(ProblemSchema.class).resolveAsRef(false))
                .referencedSchemas
                .forEach(components::addSchemas);
        Arrays.stream(ProblemType.values()).forEach(type -> components.addResponses(name(type), response(type)));
    }

    static ApiResponse reference(ProblemType type) {
        return new ApiResponse().$ref("#/components/responses/" + name(type));
    }

    private static ApiResponse response(ProblemType type) {
        var response = new ApiResponse()
                .description(type.title())
                .content(new Content().addMediaType("application/problem+json", body(type)));
        return switch (type) {
            case UNAUTHORIZED ->
                response.addHeaderObject("WWW-Authenticate", text("`Bearer`, and what is wrong with the token"));
            case TOO_MANY_REQUESTS, UNAVAILABLE ->
                response.addHeaderObject("Retry-After", text("Seconds until it is worth another try"));
            default -> response;
        };
    }

    private static MediaType body(ProblemType type) {
        return new MediaType()
                .schema(new Schema<>().$ref("#/components/schemas/" + ProblemSchema.NAME))
                .example(JSON.readValue(ProblemJson.of(example(type), "/api/…"), Object.class));
    }

    private static Problem example(ProblemType type) {
        return switch (type) {
            case MALFORMED -> Problem.malformed("The body ends before its JSON does (line 1, column 17)");
            case UNAUTHORIZED -> Problem.unauthorized("The token has expired");
            case FORBIDDEN -> Problem.forbidden("The role student is needed");
            case NOT_FOUND -> Problem.notFound("There is no video video124");
            case METHOD_NOT_ALLOWED -> Problem.methodNotAllowed("GET is not supported here; use POST");
            case NOT_ACCEPTABLE -> Problem.notAcceptable("The Accept header allows nothing that can be answered here");
            case CONFLICT -> Problem.conflict("1 of its materials belong to another course: video123");
            case PRECONDITION_FAILED -> Problem.preconditionFailed("The course is at version \"3\"; read it again");
            case TOO_LARGE -> Problem.tooLarge("The body is larger than the 1048576 bytes that are allowed");
            case UNSUPPORTED_MEDIA_TYPE -> Problem.unsupportedMediaType("The Content-Type is missing or not supported");
            case INVALID ->
                Problem.invalid(List.of(
                        new FieldError("watch_time", "must be from 0 to 604800"),
                        new FieldError("total_duration", "is required")));
            case TOO_MANY_REQUESTS -> Problem.tooManyRequests("One update a second for a student and video", SOON);
            case UNAVAILABLE -> Problem.unavailable("The log did not acknowledge the write in time", SOON);
            case INTERNAL -> Problem.internal();
        };
    }

    private static Header text(String description) {
        return new Header().description(description).required(true).schema(new JsonSchema().types(Set.of("string")));
    }

    private static String name(ProblemType type) {
        return Integer.toString(type.status());
    }
}
