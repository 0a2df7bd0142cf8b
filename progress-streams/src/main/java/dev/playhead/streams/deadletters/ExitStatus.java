package dev.playhead.streams.deadletters;

/// How the command ends.
enum ExitStatus {
    /// Also where there was nothing to do.
    DONE(0),
    /// The broker, the topic or another redrive is in the way.
    NOT_POSSIBLE(1),
    WRONG_ARGUMENTS(2),
    UNKNOWN_NUMBER(3);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
