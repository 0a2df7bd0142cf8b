package dev.playhead.query.record;

import java.io.Serial;

/// A record that is not what its topic holds, and never will be.
public final class UnreadableRecordException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public UnreadableRecordException(String reason) {
        super(reason, null, false, false);
    }
}
