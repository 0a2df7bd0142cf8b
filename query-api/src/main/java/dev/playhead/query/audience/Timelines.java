package dev.playhead.query.audience;

import dev.playhead.query.catalog.Courses;
import dev.playhead.query.catalog.Placed;
import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/// Answers what was done on each day.
final class Timelines {
    /// Lines of an answer: a year of 136 videos of which each was watched every day. Some 6 MB.
    static final int LINES_MAX = 50_000;

    private final DayRows rows;

    Timelines(JdbcTemplate jdbc) {
        this.rows = new DayRows(jdbc);
    }

    TimelineAnswer ofVideo(Courses courses, String id, Days days) {
        return answer(List.of(Audiences.video(courses, id)), days);
    }

    TimelineAnswer ofCourse(Courses courses, String id, Days days) {
        return answer(Placed.published(Audiences.course(courses, id)), days);
    }

    private TimelineAnswer answer(List<Placed> videos, Days days) {
        Map<String, Integer> places = new HashMap<>();
        videos.forEach(video -> places.put(video.id(), places.size()));
        List<DayRow> found = new ArrayList<>(rows.of(places.keySet(), days, LINES_MAX + 1));
        if (found.size() > LINES_MAX) {
            throw new ProblemException(Problem.invalid(
                    Days.TO, "must be nearer to from: on these days more than 50,000 lines would have to be answered"));
        }
        found.sort(Comparator.comparing(DayRow::day)
                .thenComparing(row -> places.getOrDefault(row.video(), places.size())));
        return TimelineAnswer.of(found);
    }
}
