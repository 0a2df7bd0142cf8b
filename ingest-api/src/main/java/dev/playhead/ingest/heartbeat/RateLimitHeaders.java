package dev.playhead.ingest.heartbeat;

import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;

/// The fields of the IETF's draft (draft-ietf-httpapi-ratelimit-headers), by which a player can slow
/// down before it is refused.
public final class RateLimitHeaders {
    public static final String POLICY = "RateLimit-Policy";
    public static final String LEFT = "RateLimit";

    /// For the API's document.
    public static final String POLICY_MEANING =
            "How many updates are taken at once, and in how many seconds as many again";

    /// For the API's document.
    public static final String LEFT_MEANING =
            "How many updates are left, and in how many seconds all are; of a 429 too";

    private static final String NAME = "\"updates\"";

    private RateLimitHeaders() {}

    static void write(Rate rate, Allowance allowance, HttpServletResponse response) {
        response.setHeader(
                POLICY,
                NAME + ";q=" + rate.burst() + ";w=" + seconds(rate.toFull().toMillis()));
        response.setHeader(LEFT, NAME + ";r=" + allowance.left() + ";t=" + seconds(allowance.fullInMs()));
    }

    private static long seconds(long ms) {
        return Math.ceilDiv(ms, TimeUnit.SECONDS.toMillis(1));
    }
}
