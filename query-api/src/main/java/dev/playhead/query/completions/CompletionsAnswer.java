package dev.playhead.query.completions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// A page of completions, each student's in their order.
///
/// @param next where to go on, now or when there are more: it is always there
@Schema(name = "Completions", example = CompletionsAnswer.EXAMPLE)
record CompletionsAnswer(
        List<Completion> completions,
        @Schema(description = "For after") String next) {
    static final String EXAMPLE = """
            {"completions": [{"event_id": "5b2f0c5e-7a3c-5d0e-9c39-0d8f4b1c2a11", "type": "MaterialCompleted",
                              "student_id": "ana", "course_id": "demo", "material_id": "video123", "attempt": 1,
                              "completed_at": "2026-11-21T08:00:00Z"}],
             "next": "AQAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAKf5fVQ"}""";
}
