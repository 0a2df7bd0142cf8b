package dev.playhead.query.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How progress is told as it happens.
///
/// @param streamsMax open streams of this instance; less than its connections, so that other
///     requests get in. None for as many as have room in two thirds of the heap
/// @param streamsPerUserMax open streams of one user on this instance
/// @param pendingMax the videos whose latest state waits for one client; one for whom more would
///     wait is cut off
/// @param recentMax the latest changes that are remembered for those who come back
/// @param commentEvery how often a stream says that it is still there
/// @param writeMax how long a client may not read what is being sent (WebSockets; for events it is
///     Tomcat's connection timeout)
/// @param sendBuffer what the system keeps for a client that does not read, of every connection to
///     this instance
@ConfigurationProperties("playhead.live")
public record LiveSettings(
        @Nullable Integer streamsMax,
        @DefaultValue("20") int streamsPerUserMax,
        @DefaultValue("1000") int pendingMax,
        @DefaultValue("50000") int recentMax,
        @DefaultValue("15s") Duration commentEvery,
        @DefaultValue("20s") Duration writeMax,
        @DefaultValue("64KB") DataSize sendBuffer) {

    private static final int STREAMS_MAX = 6_000;
    private static final long STREAM_BYTES = 128 * 1024;

    public LiveSettings {
        if ((streamsMax != null && streamsMax < 0) || streamsPerUserMax < 1 || pendingMax < 1 || recentMax < 1) {
            throw new IllegalArgumentException("playhead.live.streams-max is at least 0, and .streams-per-user-max,"
                    + " .pending-max and .recent-max at least 1");
        }
        if (!commentEvery.isPositive() || !writeMax.isPositive()) {
            throw new IllegalArgumentException("playhead.live.comment-every and .write-max are longer than nothing");
        }
    }

    /// A connection whose answer goes on keeps the buffers of its request and answer.
    int streamsMaxOf(long heapBytes) {
        return streamsMax == null ? (int) Math.min(STREAMS_MAX, heapBytes * 2 / 3 / STREAM_BYTES) : streamsMax;
    }
}
