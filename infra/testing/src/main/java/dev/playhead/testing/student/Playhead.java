package dev.playhead.testing.student;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Where a player stands, what it has played since it last reported, and what the time really is.
final class Playhead {
    private final List<Interval> played = new ArrayList<>();
    private Instant now;
    private long positionMs;
    private double rate;
    private boolean jumped;

    Playhead(Instant start, long positionMs, double rate) {
        this.now = start;
        this.positionMs = positionMs;
        this.rate = rate;
    }

    /// Plays on, not past `untilMs`.
    void play(long realMs, long untilMs) {
        long videoMs = Math.min(Math.round(realMs * rate), untilMs - positionMs);
        if (videoMs <= 0) {
            return;
        }
        played.add(new Interval(positionMs, positionMs + videoMs));
        positionMs += videoMs;
        rest(Math.min(realMs, (long) Math.ceil(videoMs / rate)));
    }

    void rest(long realMs) {
        now = now.plusMillis(realMs);
    }

    void jump(long toMs) {
        positionMs = toMs;
        jumped = true;
    }

    void changeRate(double to) {
        rate = to;
    }

    /// What was played is reported, and forgotten.
    List<Interval> report() {
        List<Interval> reported = List.copyOf(played);
        played.clear();
        jumped = false;
        return reported;
    }

    /// Whether it has jumped since it last reported.
    boolean hasJumped() {
        return jumped;
    }

    Instant now() {
        return now;
    }

    long positionMs() {
        return positionMs;
    }

    double rate() {
        return rate;
    }
}
