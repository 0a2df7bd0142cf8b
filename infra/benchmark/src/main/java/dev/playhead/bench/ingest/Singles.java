package dev.playhead.bench.ingest;

import dev.playhead.bench.load.Request;
import dev.playhead.testing.student.WatchReport;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// Heartbeats by themselves: one of each student and video, of somewhere in the video. A student's
/// next one is of another video, and a video's of another student, so that no rate is exceeded before
/// all of them were sent within a second.
///
/// @param ours as ingest takes them
/// @param limits the same bodies, whose path names the student: those who take them read no token
record Singles(List<Request> ours, List<Request> limits) {
    private static final long SEED = 11;

    Singles {
        ours = List.copyOf(ours);
        limits = List.copyOf(limits);
    }

    /// @param tokens of students by their ids
    static Singles of(UnaryOperator<String> tokens, Lesson lesson, int students) {
        SplittableRandom dice = new SplittableRandom(SEED);
        List<List<Request>> ours = new ArrayList<>();
        List<List<Request>> limits = new ArrayList<>();
        for (int student = 0; student < students; student++) {
            String token = tokens.apply(Lesson.id(student));
            List<WatchReport> reports = lesson.reports(student)
                    .map(all -> all.get(dice.nextInt(all.size())))
                    .toList();
            ours.add(reports.stream().map(report -> ours(report, token)).toList());
            limits.add(reports.stream().map(report -> limit(report, token)).toList());
        }
        return new Singles(acrossStudents(ours), acrossStudents(limits));
    }

    private static Request ours(WatchReport report, String token) {
        return Request.post("/api/progress/video/" + report.video() + "/watch-time", token, Bodies.single(report));
    }

    private static Request limit(WatchReport report, String token) {
        return Request.post("/" + report.student() + "/" + report.video(), token, Bodies.single(report));
    }

    /// The first of each student, then the second of each.
    private static List<Request> acrossStudents(List<List<Request>> ofStudents) {
        List<Request> across = new ArrayList<>();
        int most = ofStudents.stream().mapToInt(List::size).max().orElse(0);
        for (int n = 0; n < most; n++) {
            for (List<Request> ofStudent : ofStudents) {
                if (n < ofStudent.size()) {
                    across.add(ofStudent.get(n));
                }
            }
        }
        return across;
    }
}
