package dev.playhead.query.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the projection runs in this instance.
///
/// @param group after the topics' prefix, the consumer group in which instances share the
///     partitions; it holds no offsets
/// @param threads consumers in this instance; more than there are partitions are idle
/// @param batchMax the most records in one transaction
/// @param patience with a database that says nothing in the middle of a batch; reads have less
/// @param lagMax how far behind the topic a ready instance may be
@ConfigurationProperties("playhead.projection")
public record ProjectionSettings(
        @DefaultValue("projection") String group,
        @DefaultValue("2") int threads,
        @DefaultValue("1000") int batchMax,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("30s") Duration lagMax) {

    public ProjectionSettings {
        if (threads < 1 || batchMax < 1) {
            throw new IllegalArgumentException("playhead.projection.threads and .batch-max are at least 1");
        }
    }
}
