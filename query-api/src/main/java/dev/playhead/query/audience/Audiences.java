package dev.playhead.query.audience;

import dev.playhead.query.catalog.Courses;
import dev.playhead.query.catalog.Placed;
import dev.playhead.schemas.event.Course;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// Answers how all students together stand: to what, from the catalog, and how, from the rows.
final class Audiences {
    private final AudienceRows rows;
    private final AudienceSettings settings;

    Audiences(JdbcTemplate jdbc, AudienceSettings settings) {
        this.rows = new AudienceRows(jdbc);
        this.settings = settings;
    }

    AudienceAnswer ofVideo(Courses courses, String id) {
        Buckets buckets = new Buckets(video(courses, id).material().getDurationMs());
        Known known = rows.ofVideo(id);
        Totals totals = known.totals();
        if (totals.viewers() < settings.viewersMin()) {
            return AudienceAnswer.of(id, totals, buckets.count(), null);
        }
        Curve curve = Curve.sum(buckets.count(), known.curves());
        return AudienceAnswer.of(id, totals, buckets.count(), Along.of(curve, totals.viewers(), buckets));
    }

    CourseAudienceAnswer ofCourse(Courses courses, String id) {
        List<Placed> published = Placed.published(course(courses, id));
        List<String> videos = published.stream().map(Placed::id).toList();
        return CourseAudienceAnswer.of(id, rows.ofCourse(id), published, rows.ofVideos(videos));
    }

    static Placed video(Courses courses, String id) {
        return courses.published(id)
                .orElseThrow(() -> new ProblemException(Problem.notFound("There is no such video")));
    }

    static Course course(Courses courses, String id) {
        return courses.course(id).orElseThrow(() -> new ProblemException(Problem.notFound("There is no such course")));
    }
}
