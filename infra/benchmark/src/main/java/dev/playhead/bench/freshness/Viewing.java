package dev.playhead.bench.freshness;

import dev.playhead.bench.ingest.Lesson;
import dev.playhead.testing.student.WatchReport;
import java.util.ArrayDeque;
import java.util.Deque;

/// A student who watches all videos of a lesson side by side, and reports now on one, now on another.
final class Viewing {
    private final String token;
    private final Deque<Deque<WatchReport>> left = new ArrayDeque<>();
    private final int enough;

    /// @param visit another one has other reports
    /// @param share how much of each video was seen before, from 0 to 1
    Viewing(Lesson lesson, int student, int visit, String token, double share) {
        this.token = token;
        lesson.reports(student, visit).forEach(reports -> {
            int seen = (int) (share * reports.size());
            left.add(new ArrayDeque<>(reports.subList(seen, reports.size())));
        });
        enough = left.size() / 2;
    }

    /// When half of the videos are through: the fewer are left, the sooner each has its next report,
    /// and ingest takes one a second.
    boolean isOver() {
        return left.size() <= enough;
    }

    String token() {
        return token;
    }

    /// What is said next.
    WatchReport next() {
        Deque<WatchReport> video = left.removeFirst();
        WatchReport report = video.removeFirst();
        if (!video.isEmpty()) {
            left.addLast(video);
        }
        return report;
    }
}
