package dev.playhead.query.progress;

import dev.playhead.query.catalog.Catalog;
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
    private final Catalog catalog;
    private final Standings standings;

    StudentProgress(Catalog catalog, JdbcTemplate jdbc) {
        this.catalog = catalog;
        this.standings = new Standings(jdbc);
    }

    VideoStatus video(String student, String videoId) {
        Placed video = catalog.now()
                .published(videoId)
                .orElseThrow(() -> new ProblemException(Problem.notFound("There is no such video")));
        Map<String, Standing> known = standings.of(student, List.of(videoId));
        return VideoStatus.of(standing(known, video));
    }

    /// In the order asked for; without those that there are not.
    Map<String, VideoStatus> videos(String student, Collection<String> videoIds) {
        Courses courses = catalog.now();
        List<Placed> videos = videoIds.stream()
                .distinct()
                .map(courses::published)
                .flatMap(Optional::stream)
                .toList();
        Map<String, Standing> known = standings.of(student, ids(videos));
        Map<String, VideoStatus> statuses = new LinkedHashMap<>();
        videos.forEach(video -> statuses.put(video.material().getId(), VideoStatus.of(standing(known, video))));
        return statuses;
    }

    CourseProgressAnswer course(String student, String courseId) {
        Course course = catalog.now()
                .course(courseId)
                .orElseThrow(() -> new ProblemException(Problem.notFound("There is no such course")));
        List<Placed> published = published(course);
        Map<String, Standing> known = standings.of(student, ids(published));
        List<StandingIn> videos = published.stream()
                .map(video -> new StandingIn(video, standing(known, video)))
                .toList();
        return CourseProgressAnswer.of(student, course, videos);
    }

    private static List<Placed> published(Course course) {
        return course.getChapters().stream()
                .flatMap(chapter -> chapter.getMaterials().stream()
                        .filter(material -> material.getPublished())
                        .map(material -> new Placed(course, chapter, material)))
                .toList();
    }

    private static Standing standing(Map<String, Standing> known, Placed video) {
        Standing standing = known.get(video.material().getId());
        return standing == null ? Standing.neverWatched(video.material()) : standing;
    }

    private static List<String> ids(List<Placed> videos) {
        return videos.stream().map(video -> video.material().getId()).toList();
    }
}
