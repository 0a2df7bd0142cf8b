package dev.playhead.query.rebuild;

/// How the command ends.
enum ExitStatus {
    DONE(0),
    /// Something is in the way; the tables that are read are as they were.
    NOT_POSSIBLE(1),
    WRONG_ARGUMENTS(2),
    /// Another one is at it.
    RUNS_ALREADY(3);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
