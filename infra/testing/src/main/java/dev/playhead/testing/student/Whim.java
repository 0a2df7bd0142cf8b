package dev.playhead.testing.student;

import java.util.List;

/// What a student may do. How likely, and how often that is asked, is in [Habits].
public enum Whim {
    /// For seconds, up to two minutes.
    PAUSE,
    /// For minutes, up to an hour and a half.
    LONG_PAUSE,
    /// Either way, near or far; the player reports it where it can.
    SEEK,
    /// The same, and the player does not report it.
    SILENT_SEEK,
    RATE_CHANGE,
    /// The tab is killed: no last word.
    ABANDON,

    /// From the start again when the video has ended, in the same session.
    REPLAY,

    /// The whole sitting is reported hours later, in one batch.
    OFFLINE,
    /// From somewhere on, the sitting goes on with another device.
    CHANGE_DEVICE,
    /// A second device plays the same at the same time.
    SECOND_DEVICE,

    SKIP,
    FINISH,
    /// Days later, or before an exam.
    REWATCH;

    static final List<Whim> AT_A_BEAT = List.of(PAUSE, LONG_PAUSE, SEEK, SILENT_SEEK, RATE_CHANGE, ABANDON);
}
