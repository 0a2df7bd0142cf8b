package dev.playhead.ingest.heartbeat;

import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;

/// The fields of the IETF's draft (draft-ietf-httpapi-ratelimit-headers), by which a player can slow
/// down before it is refused.
final class RateLimitHeaders {
    private static final String POLICY = "\"updates\"";

    private RateLimitHeaders() {}

    static void write(Rate rate, Allowance allowance, HttpServletResponse response) {
        response.setHeader(
                "RateLimit-Policy",
                "%s;q=%d;w=%d"
                        .formatted(POLICY, rate.burst(), seconds(rate.toFull().toMillis())));
        response.setHeader(
                "RateLimit", "%s;r=%d;t=%d".formatted(POLICY, allowance.left(), seconds(allowance.fullInMs())));
    }

    private static long seconds(long ms) {
        return Math.ceilDiv(ms, TimeUnit.SECONDS.toMillis(1));
    }
}
