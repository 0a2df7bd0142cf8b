package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialProgress;
import dev.playhead.testing.parts.ThreeBrokers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The services as they are shipped, on a cluster that loses a broker under load.
@Tag("long")
class ThreeBrokersIT {
    private static final int SOME = 300;
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    @Test
    void every_accepted_event_is_in_the_log_and_in_the_state_exactly_once(@TempDir Path directory) {
        try (ThreeBrokers brokers = ThreeBrokers.start(directory);
                Shipped ingest = Shipped.ingest(brokers.bootstrapServers(), directory);
                Shipped streams = Shipped.streams(brokers.bootstrapServers(), directory)) {
            ingest.awaitReady();
            streams.awaitReady();
            Set<String> accepted;
            try (Load load = Load.on(ingest)) {
                load.awaitMore(SOME);
                brokers.kill(1);
                load.awaitMore(SOME);
                brokers.startAgain(1);
                load.awaitMore(SOME);
                accepted = load.end();
            }

            Topics topics = new Topics(brokers.bootstrapServers(), Shipped.registryUrl());
            assertThat(topics.activity().stream().map(Heartbeat::getEventId)).containsAll(accepted);
            await().atMost(SETTLED_WITHIN)
                    .untilAsserted(() -> assertThat(watchedMs(topics)).containsAllEntriesOf(onceEach(accepted)));
        }
    }

    /// Each event is of a video of its own, named after it.
    private static Map<String, Long> watchedMs(Topics topics) {
        return topics.progress().stream()
                .collect(Collectors.toMap(
                        MaterialProgress::getMaterialId, MaterialProgress::getWatchedMs, (first, last) -> last));
    }

    private static Map<String, Long> onceEach(Set<String> accepted) {
        return accepted.stream().collect(Collectors.toMap(id -> id, id -> Load.PLAYED_MS));
    }
}
