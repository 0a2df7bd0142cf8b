package dev.playhead.ingest.shorts;

import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.id.WriteToken;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Likes and shares.
@RestController
@RequestMapping(path = ShortsController.PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
final class InteractionController {
    private final Interactions interactions;

    InteractionController(Interactions interactions) {
        this.interactions = interactions;
    }

    @Operation(
            tags = ShortsController.TAG,
            summary = "Like a short",
            description = "Of students, for themselves. Liked twice, it is liked once.")
    @AnswersShorts
    @PostMapping("/like")
    ResponseEntity<LikeAnswer> like(Caller caller, @PathVariable("id") String id, HttpServletResponse response) {
        caller.require(Role.STUDENT);
        return Acceptance.of(take(caller, id, InteractionKind.LIKE, response), new LikeAnswer(true, true));
    }

    @Operation(
            tags = ShortsController.TAG,
            summary = "Like a short no more",
            description = "Of students, for themselves. Nothing changes where it was not liked.")
    @AnswersShorts
    @DeleteMapping("/like")
    ResponseEntity<LikeAnswer> unlike(Caller caller, @PathVariable("id") String id, HttpServletResponse response) {
        caller.require(Role.STUDENT);
        return Acceptance.of(take(caller, id, InteractionKind.UNLIKE, response), new LikeAnswer(true, false));
    }

    @Operation(
            tags = ShortsController.TAG,
            summary = "Say that a student shared a short",
            description = "Of students, for themselves. A body is not needed.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ShareBody.class))))
    @AnswersShorts
    @PostMapping(path = "/share", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ShareAnswer> share(
            Caller caller,
            @PathVariable("id") String id,
            @RequestBody(required = false) @Nullable JsonNode body,
            HttpServletResponse response) {
        caller.require(Role.STUDENT);
        return Acceptance.of(
                interactions.take(caller, id, arrival -> ShareReader.read(caller.subject(), body, arrival), response),
                new ShareAnswer(true));
    }

    private Optional<WriteToken> take(Caller caller, String id, InteractionKind kind, HttpServletResponse response) {
        return interactions.take(caller, id, arrival -> Ruling.granted(Deed.now(kind, arrival)), response);
    }
}
