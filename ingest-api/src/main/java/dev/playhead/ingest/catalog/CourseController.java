package dev.playhead.ingest.catalog;

import dev.playhead.ingest.broker.Written;
import dev.playhead.ingest.input.Errors;
import dev.playhead.ingest.input.Fields;
import dev.playhead.schemas.id.Ids;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.problem.ProblemException;
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

    private final CatalogWriter writer;

    CourseController(CatalogWriter writer) {
        this.writer = writer;
    }

    @PutMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> put(
            Caller caller,
            @PathVariable("course_id") String course,
            @RequestHeader HttpHeaders headers,
            @RequestBody JsonNode body) {
        caller.requireTeacherOf(course);
        Precondition precondition = PreconditionReader.read(headers);
        return answer(course, new CatalogChange.Put(course, precondition, draft(course, body)));
    }

    @DeleteMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> delete(
            Caller caller, @PathVariable("course_id") String course, @RequestHeader HttpHeaders headers) {
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
