package dev.playhead.schemas.topic;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What an installation may choose about the topics.
///
/// @param prefix what stands before each topic's name, so that several tenants share a cluster
/// @param partitions of every topic that is keyed by student: all of them have the same number
/// @param replication copies of each partition; null leaves it to the broker's default
/// @param activityRetention how long activity is kept; null for good
public record TopicSettings(
        String prefix,
        int partitions,
        @Nullable Short replication,
        @Nullable Duration activityRetention) {
    public static final TopicSettings DEFAULT = new TopicSettings("playhead.", 12, null, null);

    public TopicSettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("Topics need at least one partition");
        }
    }
}
