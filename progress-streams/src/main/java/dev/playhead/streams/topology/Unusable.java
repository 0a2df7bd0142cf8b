package dev.playhead.streams.topology;

import dev.playhead.schemas.id.DeadLetter.Reason;

/// A record that is to be set aside.
final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    Unusable(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
