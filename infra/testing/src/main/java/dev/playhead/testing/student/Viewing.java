package dev.playhead.testing.student;

import dev.playhead.testing.student.WatchReport.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// One student in front of one player, from opening it until they have seen what they meant to.
final class Viewing {
    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60 * SECOND_MS;

    /// However restless the student, it comes to an end.
    private static final int WHIMS_MAX = 20;

    private final Student student;
    private final Video video;
    private final Device device;
    private final long untilMs;
    private final RandomGenerator dice;
    private final Playhead playhead;
    private final Reporter reporter;
    private int whims;

    Viewing(Student student, Video video, Device device, Interval part, Instant start, RandomGenerator dice) {
        this.student = student;
        this.video = video;
        this.device = device;
        this.untilMs = part.toMs();
        this.dice = dice;
        this.playhead = new Playhead(start, part.fromMs(), student.habits().rate());
        String session = "s-" + Long.toHexString(dice.nextLong());
        this.reporter = new Reporter(student, video, device, session, playhead);
    }

    Sitting watch() {
        if (device.player().isBare()) {
            reporter.report(Event.PLAYING);
        }
        boolean goesOn = true;
        while (goesOn) {
            goesOn = watchForABeat();
        }
        return reporter.sitting();
    }

    // A whim comes a second after the last report or later: the API takes no more than one a second
    // for long. A beat is interrupted once at most, so no report has more to tell than a beat.
    private boolean watchForABeat() {
        Optional<Whim> whim = whims < WHIMS_MAX ? student.habits().atABeat(dice) : Optional.empty();
        long beatMs = student.beat().toMillis();
        long uninterruptedMs = whim.isPresent() ? dice.nextLong(SECOND_MS, beatMs) : beatMs;
        playhead.play(uninterruptedMs, untilMs);
        if (isThere()) {
            return last();
        }
        if (whim.isEmpty()) {
            reporter.report(Event.PLAYING);
            return true;
        }
        whims++;
        return follow(whim.get(), beatMs - uninterruptedMs);
    }

    /// @return whether it goes on
    private boolean follow(Whim whim, long leftOfBeatMs) {
        switch (whim) {
            case PAUSE -> pause(dice.nextLong(2 * SECOND_MS, 2 * MINUTE_MS));
            case LONG_PAUSE -> pause(dice.nextLong(2 * MINUTE_MS, 90 * MINUTE_MS));
            case SEEK -> seek();
            case SILENT_SEEK -> seekSilently(leftOfBeatMs);
            case RATE_CHANGE -> changeRate();
            default -> {
                return whim != Whim.ABANDON;
            }
        }
        return true;
    }

    private void pause(long ms) {
        reporter.report(Event.PAUSED);
        playhead.rest(ms);
    }

    private void seek() {
        playhead.jump(target());
        playhead.rest(SECOND_MS);
        reporter.report(Event.SEEKED);
    }

    private void seekSilently(long leftOfBeatMs) {
        playhead.jump(target());
        playhead.play(leftOfBeatMs, untilMs);
        if (!isThere()) {
            reporter.report(Event.PLAYING);
        }
    }

    /// A report is about one rate.
    private void changeRate() {
        reporter.report(Event.PLAYING);
        playhead.changeRate(Habits.anyRate(dice));
    }

    private boolean last() {
        boolean hasEnded = untilMs >= video.durationMs();
        reporter.report(hasEnded ? Event.ENDED : Event.CLOSED);
        if (!hasEnded || whims == WHIMS_MAX || !student.habits().does(Whim.REPLAY, dice)) {
            return false;
        }
        whims++;
        playhead.rest(dice.nextLong(SECOND_MS, MINUTE_MS));
        playhead.jump(0);
        return true;
    }

    private boolean isThere() {
        return playhead.positionMs() >= untilMs;
    }

    /// Mostly near, and then rather back, to hear it again.
    private long target() {
        long near = playhead.positionMs() + dice.nextLong(-MINUTE_MS, MINUTE_MS / 2);
        long anywhere = dice.nextLong(untilMs);
        return Math.clamp(dice.nextInt(4) == 0 ? anywhere : near, 0, untilMs - 1);
    }
}
