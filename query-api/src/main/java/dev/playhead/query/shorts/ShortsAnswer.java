package dev.playhead.query.shorts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shorts in the order to show them in.
///
/// @param degraded true where the database did not answer; else not there
@Schema(name = "Shorts", example = ShortsAnswer.EXAMPLE)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShortsAnswer(
        boolean success,
        List<ShortAnswer> videos,
        int count,

        @Schema(
                description = "There, and true, while the database does not answer: then what was watched and liked,"
                        + " and the counts, are not known")
        @Nullable Boolean degraded) {
    static final String EXAMPLE = """
            {"success": true, "count": 1, "videos": [
              {"id": "short-1.1-1", "title": "Components, part 1", "description": "Components in under a minute.",
               "file_path": "https://media.example.com/short-1.1-1.mp4", "duration_seconds": 45, "submodule_id": "1.1",
               "watch_percentage": 62.5, "is_completed": false, "sequence_order": 1, "aspect_ratio": "9:16",
               "liked": true, "likes": 12, "shares": 3, "views": 240}]}""";

    static ShortsAnswer of(List<ShortAnswer> videos) {
        return new ShortsAnswer(true, videos, videos.size(), null);
    }

    ShortsAnswer whileAway() {
        return new ShortsAnswer(success, videos, count, true);
    }
}
