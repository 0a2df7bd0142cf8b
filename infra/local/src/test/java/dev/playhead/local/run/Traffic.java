package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.MaterialCompleted;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Students who watch while parts are killed. What they were told is accepted must be there in the end, once.
final class Traffic implements AutoCloseable {
    private static final int PLAYERS = 12;
    private static final double STEP_MIN = 16;
    private static final double STEP_MORE = 4;
    // The API takes one report a second of each player.
    private static final long BEAT_MS = 1_100;
    private static final Duration MORE_WITHIN = Duration.ofSeconds(60);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(60);

    private final RunningPlatform platform;
    private final List<Player> players;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(PLAYERS);

    Traffic(RunningPlatform platform) {
        this.platform = platform;
        players = IntStream.range(0, PLAYERS).mapToObj(this::player).toList();
        players.forEach(player -> clock.scheduleWithFixedDelay(player::beat, 0, BEAT_MS, TimeUnit.MILLISECONDS));
    }

    /// Waits until that many more have been accepted.
    void awaitMore(int heartbeats) {
        int before = accepted();
        await().atMost(MORE_WITHIN).until(() -> accepted() >= before + heartbeats);
    }

    /// When the video was completed by one at least.
    void end() {
        await().atMost(MORE_WITHIN).until(() -> players.stream().anyMatch(Player::hasCompleted));
        clock.shutdown();
        await().atMost(MORE_WITHIN).until(clock::isTerminated);
    }

    void verify() {
        players.forEach(
                player -> await().atMost(SETTLED_WITHIN).ignoreExceptions().untilAsserted(player::verifyState));
        Set<String> activity =
                platform.topics().activity().stream().map(Heartbeat::getEventId).collect(Collectors.toSet());
        assertThat(activity)
                .containsAll(players.stream()
                        .flatMap(player -> player.accepted().stream())
                        .toList());
        List<String> completions = platform.topics().completions().stream()
                .map(MaterialCompleted::getEventId)
                .toList();
        assertThat(completions).doesNotHaveDuplicates();
        assertThat(platform.topics().completions().stream().map(MaterialCompleted::getStudentId))
                .containsAll(players.stream()
                        .filter(Player::hasCompleted)
                        .map(Player::student)
                        .toList());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    // At different speeds, so that some complete the video between any two kills.
    private Player player(int n) {
        String student = "traffic-" + n;
        return new Player(platform.client(student, "student"), student, STEP_MIN + n * STEP_MORE);
    }

    private int accepted() {
        return players.stream().mapToInt(player -> player.accepted().size()).sum();
    }
}
