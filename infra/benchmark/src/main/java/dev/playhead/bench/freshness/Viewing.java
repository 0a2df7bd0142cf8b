package dev.playhead.bench.freshness;

import dev.playhead.bench.ingest.Lesson;
import dev.playhead.testing.student.WatchReport;
import java.util.ArrayDeque;
import java.util.Deque;

/// A student who watches all videos of a lesson side by side, and reports now on one, now on another.
final class Viewing {
    private final String token;
    private final Deque<Deque<WatchReport>> left = new ArrayDeque<>();

    /// @param visit another one has other reports
    /// @param share how much of each video was seen before, from 0 to 1
    Viewing(Lesson lesson, int student, int visit, String token, double share) {
        this.token = token;
        lesson.reports(student, visit).forEach(reports -> {
            int seen = (int) (share * reports.size());
            left.add(new ArrayDeque<>(reports.subList(seen, reports.size())));
        });
    }

    boolean isOver() {
        return left.isEmpty();
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
