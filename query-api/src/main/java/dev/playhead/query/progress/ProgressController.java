package dev.playhead.query.progress;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.freshness.Reading;
import dev.playhead.query.list.Asked;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import dev.playhead.web.openapi.Refuses;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import dev.playhead.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A student's own progress.
@RestController
@RequestMapping("/api/progress")
final class ProgressController {
    private static final int VIDEOS_MAX = 500;
    private static final int ITEMS = 10;
    private static final int ITEMS_MAX = 50;
    private static final String VIDEO_IDS = "video_ids";

    private final Catalog catalog;
    private final StudentProgress progress;

    ProgressController(Catalog catalog, JdbcTemplate jdbc) {
        this.catalog = catalog;
        this.progress = new StudentProgress(jdbc);
    }

    @Operation(
            tags = "progress",
            summary = "Where the caller stands in a video",
            description = "Of students and admins. A video never watched is answered with zeros.")
    @Refuses(ProblemType.NOT_FOUND)
    @GetMapping("/video/{video_id}/status")
    VideoStatus video(@PathVariable("video_id") String videoId, Caller caller, Reading reading) {
        String student = own(caller);
        return reading.answer(() -> progress.video(catalog.now(), student, videoId));
    }

    @Operation(
            tags = "progress",
            summary = "Where the caller stands in many videos",
            description = "Of students and admins. At most 500; those that there are not are left out.")
    @PostMapping("/videos/batch")
    VideosAnswer videos(@RequestBody VideosAsked asked, Caller caller, Reading reading) {
        String student = own(caller);
        List<String> ids = asked.checked();
        return new VideosAnswer(reading.answer(() -> progress.videos(catalog.now(), student, ids)));
    }

    @Operation(
            tags = "progress",
            summary = "Where the caller stands in a course",
            description = "Of students and admins. Chapters and videos in the course's order; what is not published"
                    + " counts nowhere.")
    @Refuses(ProblemType.NOT_FOUND)
    @GetMapping("/course/{course_id}")
    CourseAnswer course(@PathVariable("course_id") String courseId, Caller caller, Reading reading) {
        String student = own(caller);
        return new CourseAnswer(reading.answer(() -> progress.course(catalog.now(), student, courseId)));
    }

    @Operation(
            tags = "progress",
            summary = "What the caller may go on with",
            description = "Of students and admins. Videos that were begun and not completed, the last watched first;"
                    + " then the first video not begun of each course that was, the last watched course first.",
            parameters =
                    @Parameter(
                            in = ParameterIn.QUERY,
                            name = "limit",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "50", defaultValue = "10")))
    @Refuses(ProblemType.INVALID)
    @GetMapping("/continue-watching")
    ContinueAnswer continueWatching(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            Caller caller,
            Reading reading) {
        String student = own(caller);
        int limit = Asked.of(parameters).limit(ITEMS, ITEMS_MAX);
        return reading.answer(() -> progress.continueWatching(catalog.now(), student, limit));
    }

    private static String own(Caller caller) {
        caller.require(Role.STUDENT, Role.ADMIN);
        return caller.subject();
    }

    @Schema(name = "VideosAsked", example = "{\"video_ids\": [\"video123\", \"video124\"]}")
    record VideosAsked(
            @ArraySchema(
                    arraySchema = @Schema(description = "Of any videos, at most 500", requiredMode = REQUIRED),
                    maxItems = VIDEOS_MAX)
            @Nullable List<@Nullable String> videoIds) {
        List<String> checked() {
            if (videoIds == null) {
                throw refused(VIDEO_IDS, "is required");
            }
            if (videoIds.size() > VIDEOS_MAX) {
                throw refused(VIDEO_IDS, "has " + videoIds.size() + " ids, at most " + VIDEOS_MAX + " are answered");
            }
            return videoIds.stream().map(VideosAsked::given).toList();
        }

        private static String given(@Nullable String id) {
            if (id == null) {
                throw refused(VIDEO_IDS, "must not have null in it");
            }
            return id;
        }

        private static ProblemException refused(String field, String message) {
            return new ProblemException(Problem.invalid(field, message));
        }
    }

    record VideosAnswer(
            @Schema(description = "By video, in the order asked for")
            Map<String, VideoStatus> progress) {}
}
