package dev.playhead.ingest.catalog;

import dev.playhead.ingest.broker.Written;
import dev.playhead.ingest.input.Errors;
import dev.playhead.ingest.input.Fields;
import dev.playhead.schemas.id.Ids;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.openapi.Refuses;
import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
final class CourseController {
    private static final String PATH = "/api/catalog/courses/{course_id}";
    private static final String VERSION = "\"3\"";

    private final CatalogWriter writer;

    CourseController(CatalogWriter writer) {
        this.writer = writer;
    }

    @Operation(
            tags = "catalog",
            summary = "Create or replace a course",
            description = "Of the course's teachers and of admins. The whole course; what is left out is gone.",
            parameters = {
                @Parameter(
                        in = ParameterIn.HEADER,
                        name = HttpHeaders.IF_MATCH,
                        description = "Writes over this version alone; * over any, creating none",
                        schema = @Schema(type = "string"),
                        example = VERSION),
                @Parameter(
                        in = ParameterIn.HEADER,
                        name = HttpHeaders.IF_NONE_MATCH,
                        description = "* creates only",
                        schema = @Schema(type = "string"))
            },
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = CourseBody.class))))
    @ApiResponse(
            responseCode = "202",
            description = "It is in the log",
            headers = {
                @Header(
                        name = Written.HEADER,
                        description = Written.MEANING,
                        required = true,
                        schema = @Schema(type = "string")),
                @Header(
                        name = HttpHeaders.ETAG,
                        description = "The version, for If-Match",
                        required = true,
                        schema = @Schema(type = "string", example = VERSION))
            },
            content = @Content(schema = @Schema(implementation = CourseBody.Written.class)))
    @Refuses({ProblemType.CONFLICT, ProblemType.PRECONDITION_FAILED, ProblemType.UNAVAILABLE})
    @PutMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> put(
            Caller caller,
            @PathVariable("course_id") String course,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @RequestBody JsonNode body) {
        caller.requireTeacherOf(course);
        Precondition precondition = PreconditionReader.read(headers);
        return answer(course, new CatalogChange.Put(course, precondition, draft(course, body)));
    }

    @Operation(
            tags = "catalog",
            summary = "Delete a course",
            description = "Of the course's teachers and of admins. What students did stays.",
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = HttpHeaders.IF_MATCH,
                            description = "Deletes this version alone",
                            schema = @Schema(type = "string"),
                            example = VERSION))
    @ApiResponse(
            responseCode = "202",
            description = "It is in the log",
            headers =
                    @Header(
                            name = Written.HEADER,
                            description = Written.MEANING,
                            required = true,
                            schema = @Schema(type = "string")),
            content = @Content(schema = @Schema(implementation = CourseBody.Deleted.class)))
    @Refuses({ProblemType.NOT_FOUND, ProblemType.PRECONDITION_FAILED, ProblemType.UNAVAILABLE})
    @DeleteMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> delete(
            Caller caller,
            @PathVariable("course_id") String course,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
        caller.requireTeacherOf(course);
        return answer(course, new CatalogChange.Delete(course, PreconditionReader.read(headers)));
    }

    private static CourseDraft draft(String course, JsonNode body) {
        Errors errors = new Errors();
        if (!Ids.isOther(course)) {
            errors.add("course_id", Ids.OTHER_RULE);
        }
        Optional<CourseDraft> draft =
                Fields.of(body, errors).flatMap(fields -> CourseReader.read(course, fields, errors));
        return draft.orElseThrow(() -> new ProblemException(errors.problem()));
    }

    private ResponseEntity<Map<String, Object>> answer(String course, CatalogChange change) {
        return switch (writer.make(change)) {
            case Outcome.Refused refused -> throw new ProblemException(refused.problem());
            case Outcome.Made made -> {
                Map<String, Object> body = new LinkedHashMap<>(Map.of("id", course));
                var accepted = ResponseEntity.accepted()
                        .header(Written.HEADER, made.written().text());
                made.version().ifPresent(version -> {
                    accepted.eTag(EntityTag.of(version));
                    body.put("version", version);
                });
                yield accepted.body(body);
            }
        };
    }
}
