package dev.playhead.query.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How progress is told as it happens.
///
/// @param streamsMax open streams of this instance; less than its connections, so that other
///     requests get in
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
        @DefaultValue("6000") int streamsMax,
        @DefaultValue("20") int streamsPerUserMax,
        @DefaultValue("1000") int pendingMax,
        @DefaultValue("50000") int recentMax,
        @DefaultValue("15s") Duration commentEvery,
        @DefaultValue("20s") Duration writeMax,
        @DefaultValue("64KB") DataSize sendBuffer) {

    public LiveSettings {
        if (streamsMax < 0 || streamsPerUserMax < 1 || pendingMax < 1 || recentMax < 1) {
            throw new IllegalArgumentException("playhead.live.streams-max is at least 0, and .streams-per-user-max,"
                    + " .pending-max and .recent-max at least 1");
        }
        if (!commentEvery.isPositive() || !writeMax.isPositive()) {
            throw new IllegalArgumentException("playhead.live.comment-every and .write-max are longer than nothing");
        }
    }
}
