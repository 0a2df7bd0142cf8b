package dev.playhead.query.shorts;

import dev.playhead.query.catalog.Courses;
import dev.playhead.query.catalog.Decimals;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sitting of the caller with shorts, over modules and devices.
@Schema(name = "ShortsSession", example = SessionAnswer.EXAMPLE)
record SessionAnswer(
        Instant started,
        Instant lastSeen,

        @Schema(description = "Whether what is watched now is still of it: 30 minutes without any end it")
        boolean active,

        @Schema(description = "Different ones") int shortsWatched,

        @Schema(description = "Those that were completed in it")
        int shortsCompleted,

        int swipesUp,
        int swipesDown,

        @Schema(description = "Really watched, repeats included")
        BigDecimal watchedSeconds,

        @Schema(description = "The short to resume: the one seen last; null where students see it no more") @Nullable String current) {
    static final String EXAMPLE = """
            {"started": "2026-11-21T08:00:00Z", "last_seen": "2026-11-21T08:12:30Z", "active": true,
             "shorts_watched": 14, "shorts_completed": 9, "swipes_up": 13, "swipes_down": 1, "watched_seconds": 512.5,
             "current": "short-2.3-1"}""";

    static SessionAnswer of(SessionRow row, Courses courses, long nowMs) {
        return new SessionAnswer(
                Instant.ofEpochMilli(row.startedAt()),
                Instant.ofEpochMilli(row.lastSeenAt()),
                row.isActive(nowMs),
                row.shortsWatched(),
                row.shortsCompleted(),
                row.swipesUp(),
                row.swipesDown(),
                Decimals.seconds(row.watchedMs()),
                courses.published(row.current()).isPresent() ? row.current() : null);
    }

    @Schema(name = "LastShortsSession")
    record Last(
            boolean success,

            @Schema(description = "The current one, or the last; null of who has watched none") @Nullable SessionAnswer session) {
        static Last of(List<SessionAnswer> latestFirst) {
            return new Last(true, latestFirst.isEmpty() ? null : latestFirst.getFirst());
        }
    }

    @Schema(name = "ShortsSessions")
    record Page(
            boolean success,

            @Schema(description = "The latest first") List<SessionAnswer> sessions,

            @Schema(description = "For before; null where there are no more") @Nullable Instant next) {
        /// @param found one more than the limit tells that there is a page behind this one
        static Page of(List<SessionAnswer> found, int limit) {
            return found.size() <= limit
                    ? new Page(true, found, null)
                    : new Page(
                            true, found.subList(0, limit), found.get(limit - 1).started());
        }
    }
}
