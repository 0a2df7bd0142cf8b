package dev.playhead.schemas.id;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/// What the headers of a record of progress say beside the [ActivityPlace] it was derived from.
public final class ActivityMarks {
    /// There where another record follows that was derived from the same activity: who has read
    /// this one has not seen all that the activity did.
    public static final String MORE_HEADER = "playhead-more";

    /// There where the activity could not be applied and was set aside; the value is the reason,
    /// one of [DeadLetter.Reason].
    public static final String DEAD_LETTER_HEADER = "playhead-dead-letter";

    private static final byte[] YES = {'1'};

    private ActivityMarks() {}

    public static void markMore(Headers headers) {
        headers.add(MORE_HEADER, YES);
    }

    public static boolean isMore(Headers headers) {
        return headers.lastHeader(MORE_HEADER) != null;
    }

    public static void markDeadLetter(Headers headers, DeadLetter.Reason reason) {
        headers.add(DEAD_LETTER_HEADER, reason.name().getBytes(StandardCharsets.UTF_8));
    }

    public static boolean isDeadLetter(Headers headers) {
        return headers.lastHeader(DEAD_LETTER_HEADER) != null;
    }
}
