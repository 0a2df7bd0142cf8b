package dev.playhead.query.progress;

import dev.playhead.query.catalog.Courses;
import dev.playhead.query.catalog.Placed;
import dev.playhead.schemas.event.Course;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/// Answers where a student stands: what there is to watch from the catalog, how far the student is
/// from the rows. One query an answer.
final class StudentProgress {
    private final Standings standings;

    StudentProgress(JdbcTemplate jdbc) {
        this.standings = new Standings(jdbc);
    }

    VideoStatus video(Courses courses, String student, String videoId) {
        Placed video = courses.published(videoId)
                .orElseThrow(() -> new ProblemException(Problem.notFound("There is no such video")));
        Map<String, Standing> known = standings.of(student, List.of(videoId));
        return VideoStatus.of(standing(known, video));
    }

    /// In the order asked for; without those that there are not.
    Map<String, VideoStatus> videos(Courses courses, String student, Collection<String> videoIds) {
        List<Placed> videos = videoIds.stream()
                .distinct()
                .map(courses::published)
                .flatMap(Optional::stream)
                .toList();
        Map<String, Standing> known = standings.of(student, ids(videos));
        Map<String, VideoStatus> statuses = new LinkedHashMap<>();
        videos.forEach(video -> statuses.put(video.id(), VideoStatus.of(standing(known, video))));
        return statuses;
    }

    CourseProgressAnswer course(Courses courses, String student, String courseId) {
        Course course = courses.course(courseId)
                .orElseThrow(() -> new ProblemException(Problem.notFound("There is no such course")));
        List<Placed> published = Placed.published(course);
        CourseStandings known = standings.ofCourse(student, courseId, ids(published));
        List<StandingIn> videos = published.stream()
                .map(video -> new StandingIn(video, standing(known.materials(), video)))
                .toList();
        return CourseProgressAnswer.of(student, course, videos, known.completedAt());
    }

    ContinueAnswer continueWatching(Courses courses, String student, int limit) {
        Map<String, Standing> begun = standings.begun(student, ContinueAnswer.BEGUN_MAX);
        return ContinueAnswer.of(courses, begun, limit);
    }

    private static Standing standing(Map<String, Standing> known, Placed video) {
        Standing standing = known.get(video.id());
        return standing == null ? Standing.neverWatched(video.material()) : standing;
    }

    private static List<String> ids(List<Placed> videos) {
        return videos.stream().map(Placed::id).toList();
    }
}
