package dev.playhead.ingest.reset;

import dev.playhead.ingest.activity.ActivityLog;
import dev.playhead.ingest.broker.Written;
import dev.playhead.ingest.catalog.Catalog;
import dev.playhead.ingest.heartbeat.UnknownMaterials;
import dev.playhead.schemas.event.ResetProgress;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import dev.playhead.web.openapi.Refuses;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class ResetController {
    private static final Map<String, String> RESET = Map.of("message", "Progress reset");

    private final Catalog catalog;
    private final UnknownMaterials unknownMaterials;
    private final ActivityLog log;
    private final InstantSource clock;

    ResetController(Catalog catalog, UnknownMaterials unknownMaterials, ActivityLog log, InstantSource clock) {
        this.catalog = catalog;
        this.unknownMaterials = unknownMaterials;
        this.log = log;
        this.clock = clock;
    }

    /// Nobody knows here whether there is such a student: one who never watched may be reset too.
    @Operation(
            tags = "progress",
            summary = "Begin a student's progress anew",
            description = "Of admins. All of it, or that of one course or one video.",
            parameters = {
                @Parameter(in = ParameterIn.QUERY, name = "course_id", schema = @Schema(type = "string")),
                @Parameter(in = ParameterIn.QUERY, name = "video_id", schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "202",
            description = "It is in the log",
            headers =
                    @Header(
                            name = Written.HEADER,
                            description = Written.MEANING,
                            required = true,
                            schema = @Schema(type = "string")))
    @Refuses({ProblemType.NOT_FOUND, ProblemType.INVALID, ProblemType.UNAVAILABLE})
    @DeleteMapping(path = "/api/students/{student_id}/progress", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> reset(
            Caller caller,
            @PathVariable("student_id") String student,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        caller.require(Role.ADMIN);
        Extent extent = ExtentReader.read(student, parameters);
        requireKnown(extent);
        ResetProgress reset = reset(caller.subject(), student, extent, clock.millis());
        WriteToken written = log.append(student, reset, reset.getReceivedAt());
        return ResponseEntity.accepted().header(Written.HEADER, written.text()).body(RESET);
    }

    private void requireKnown(Extent extent) {
        switch (extent) {
            case Extent.Everything _ -> {}
            case Extent.OfCourse of -> require(catalog.hasCourse(of.course()), "course " + of.course());
            case Extent.OfVideo of -> require(catalog.stamp(of.video()).isPresent(), "video " + of.video());
        }
    }

    private void require(boolean isThere, String what) {
        if (!isThere && unknownMaterials == UnknownMaterials.REFUSE) {
            throw new ProblemException(Problem.notFound("There is no " + what));
        }
    }

    private static ResetProgress reset(String administrator, String student, Extent extent, long now) {
        return extent.writeTo(ResetProgress.newBuilder())
                .setEventId(UUID.randomUUID().toString())
                .setStudentId(student)
                .setRequestedBy(administrator)
                .setOccurredAt(now)
                .setReceivedAt(now)
                .build();
    }
}
