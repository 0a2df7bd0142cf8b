package dev.playhead.testing.student;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What a student's player of shorts says: a call of the API, all of them `POST`.
///
/// @param at when it is done, by the student's clock; a like does not say
public record ShortsCall(String student, String path, SequencedMap<String, Object> body, Instant at) {
    private static final String PATH = "/learning/api/shorts/";
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final int DIGITS = 2;
    private static final int MS_DIGITS = 3;

    public ShortsCall {
        body = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(body));
    }

    /// @param swipe `up`, `down` or `none`
    static ShortsCall watched(String student, Video it, long positionMs, String swipe, Instant at) {
        SequencedMap<String, Object> body = new LinkedHashMap<>();
        body.put("shorts_id", it.id());
        body.put("watch_percentage", percentage(positionMs, it.durationMs()));
        body.put("watch_time_seconds", BigDecimal.valueOf(positionMs, MS_DIGITS));
        body.put("swipe_direction", swipe);
        body.put("occurred_at", at.toString());
        return new ShortsCall(student, PATH + "watch", body, at);
    }

    static ShortsCall liked(String student, Video it, Instant at) {
        return new ShortsCall(student, PATH + it.id() + "/like", new LinkedHashMap<>(), at);
    }

    static ShortsCall shared(String student, Video it, Instant at) {
        SequencedMap<String, Object> body = new LinkedHashMap<>(Map.of("occurred_at", at.toString()));
        return new ShortsCall(student, PATH + it.id() + "/share", body, at);
    }

    private static BigDecimal percentage(long positionMs, long durationMs) {
        return BigDecimal.valueOf(positionMs)
                .multiply(PERCENT)
                .divide(BigDecimal.valueOf(durationMs), DIGITS, RoundingMode.HALF_UP);
    }
}
