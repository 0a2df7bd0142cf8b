package dev.playhead.testing.student;

import dev.playhead.testing.student.WatchReport.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// One student in front of one video, from opening the player to closing it.
final class Sitting {
    private static final double MS = 1_000;
    private static final double NEAR_END_SECONDS = 0.5;
    private static final int REPORTS_MAX = 200;

    private final Student student;
    private final String video;
    private final double duration;
    private final String sessionId;
    private final RandomGenerator dice;
    private final List<WatchReport> reports = new ArrayList<>();
    private double position;
    private double target;
    private Instant now;

    Sitting(Student student, String video, double duration, String sessionId, Instant start, RandomGenerator dice) {
        this.student = student;
        this.video = video;
        this.duration = duration;
        this.sessionId = sessionId;
        this.now = start;
        this.dice = dice;
    }

    /// Watches from `from` until `until`, both in seconds.
    List<WatchReport> watch(double from, double until, Duration beat) {
        position = from;
        double playedPerBeat = beat.toMillis() / MS * student.habits().speed();
        target = until;
        while (position < until - NEAR_END_SECONDS && reports.size() < REPORTS_MAX) {
            play(Math.min(playedPerBeat, until - position));
            report(Event.PLAYING);
            interrupt();
        }
        report(position >= duration - NEAR_END_SECONDS ? Event.ENDED : Event.CLOSED);
        return List.copyOf(reports);
    }

    Instant end() {
        return now;
    }

    private void play(double seconds) {
        position += seconds;
        now = now.plusMillis(Math.round(seconds / student.habits().speed() * MS));
    }

    private void interrupt() {
        if (dice.nextDouble() < student.habits().pauses()) {
            report(Event.PAUSED);
            now = now.plusSeconds(dice.nextInt(10, 180));
        }
        if (dice.nextDouble() < student.habits().seeks()) {
            // Mostly back, to hear it again; now and then ahead.
            position = Math.clamp(position + dice.nextDouble(-60, 25), 0, target);
            report(Event.SEEKED);
        }
    }

    // A second between two reports: the API takes no more from one student and video.
    private void report(Event event) {
        now = now.plusSeconds(1);
        double watchTime = Math.round(position * 10) / 10.0;
        reports.add(new WatchReport(
                student.id(),
                video,
                Math.min(watchTime, duration),
                duration,
                event,
                sessionId,
                reports.size() + 1L,
                student.habits().speed(),
                now));
    }
}
