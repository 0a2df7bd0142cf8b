package dev.playhead.query.progress;

import dev.playhead.query.catalog.Catalog;
import dev.playhead.query.freshness.Reading;
import dev.playhead.query.list.Asked;
import dev.playhead.web.caller.Caller;
import dev.playhead.web.caller.Role;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
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

    @GetMapping("/video/{video_id}/status")
    VideoStatus video(@PathVariable("video_id") String videoId, Caller caller, Reading reading) {
        String student = own(caller);
        return reading.answer(() -> progress.video(catalog.now(), student, videoId));
    }

    @PostMapping("/videos/batch")
    VideosAnswer videos(@RequestBody VideosAsked asked, Caller caller, Reading reading) {
        String student = own(caller);
        List<String> ids = asked.checked();
        return new VideosAnswer(reading.answer(() -> progress.videos(catalog.now(), student, ids)));
    }

    @GetMapping("/course/{course_id}")
    CourseAnswer course(@PathVariable("course_id") String courseId, Caller caller, Reading reading) {
        String student = own(caller);
        return new CourseAnswer(reading.answer(() -> progress.course(catalog.now(), student, courseId)));
    }

    @GetMapping("/continue-watching")
    ContinueAnswer continueWatching(
            @RequestParam MultiValueMap<String, String> parameters, Caller caller, Reading reading) {
        String student = own(caller);
        int limit = Asked.of(parameters).limit(ITEMS, ITEMS_MAX);
        return reading.answer(() -> progress.continueWatching(catalog.now(), student, limit));
    }

    private static String own(Caller caller) {
        caller.require(Role.STUDENT, Role.ADMIN);
        return caller.subject();
    }

    record VideosAsked(@Nullable List<@Nullable String> videoIds) {
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

    record VideosAnswer(Map<String, VideoStatus> progress) {}
}
