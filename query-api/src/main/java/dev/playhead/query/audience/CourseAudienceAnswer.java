package dev.playhead.query.audience;

import dev.playhead.query.catalog.Placed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// The audiences of a course's videos, as its teachers see them.
@Schema(name = "CourseAudience", example = CourseAudienceAnswer.EXAMPLE)
record CourseAudienceAnswer(
        String courseId,

        @Schema(description = "Students who have begun something of it")
        long started,

        @Schema(description = "Students who have completed it, as it was then")
        long completed,

        @Schema(description = "All that are published, shorts too, in the course's order")
        List<Video> videos) {
    static final String EXAMPLE = """
            {"course_id": "course42", "started": 31, "completed": 4, "videos": [
              {"video_id": "video123", "title": "Introduction", "viewers": 30, "completions": 21,
               "average_watch_time": 412.25, "average_percentage": 78.4}]}""";

    static CourseAudienceAnswer of(
            String course, Attendance attendance, List<Placed> published, Map<String, Totals> known) {
        return new CourseAudienceAnswer(
                course,
                attendance.started(),
                attendance.completed(),
                published.stream()
                        .map(each -> Video.of(each, known.getOrDefault(each.id(), Totals.NOTHING)))
                        .toList());
    }

    @Schema(name = "CourseAudienceVideo")
    record Video(
            String videoId,
            String title,

            @Schema(description = "Students who watched any of it")
            long viewers,

            @Schema(description = "Students who completed it")
            long completions,

            @Schema(description = "Seconds that a viewer watched on average, repeats included")
            BigDecimal averageWatchTime,

            @Schema(description = "The furthest point that a viewer reached on average, 0 to 100")
            BigDecimal averagePercentage) {

        static Video of(Placed placed, Totals totals) {
            return new Video(
                    placed.id(),
                    placed.material().getTitle(),
                    totals.viewers(),
                    totals.completions(),
                    totals.averageWatchTime(),
                    totals.averagePercentage());
        }
    }
}
