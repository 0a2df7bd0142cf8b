package dev.playhead.testing.student;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.HeartbeatSource;
import dev.playhead.testing.student.WatchReport.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// That students do all that they are said to do. Clocks are right here, so that times compare.
class BehaviourTest {
    private static final Duration SHORT = Duration.ofMinutes(2);

    private final List<History> histories = Some.histories(
                    Habits.mixed(Some.dice())
                            .with(Whim.OFFLINE, 0.3)
                            .with(Whim.SECOND_DEVICE, 0.3)
                            .with(Whim.ABANDON, 0.005)
                            .with(Whim.LONG_PAUSE, 0.005)
                            .with(Whim.RATE_CHANGE, 0.02),
                    Network.PERFECT,
                    Player.FULL)
            .toList();

    @Test
    void they_change_the_rate_midway() {
        assertThat(sessions())
                .anyMatch(session -> session.stream()
                                .map(WatchReport::playbackRate)
                                .distinct()
                                .count()
                        > 1);
    }

    @Test
    void they_pause_for_seconds_and_for_minutes() {
        assertThat(steps((one, next) ->
                        one.event() == Event.PAUSED && took(one, next).compareTo(SHORT) < 0))
                .isPositive();
        assertThat(steps((one, next) ->
                        one.event() == Event.PAUSED && took(one, next).compareTo(SHORT.multipliedBy(4)) > 0))
                .isPositive();
    }

    @Test
    void they_seek_both_ways() {
        assertThat(steps((one, next) -> next.event() == Event.SEEKED && next.positionMs() < one.positionMs()))
                .isPositive();
        assertThat(steps((one, next) -> next.event() == Event.SEEKED && next.positionMs() > one.positionMs() + 60_000))
                .isPositive();
    }

    @Test
    void they_seek_and_the_player_does_not_say_so() {
        assertThat(steps((one, next) ->
                        next.event() == Event.PLAYING && played(next).size() == 2))
                .isPositive();
    }

    @Test
    void they_are_gone_without_a_last_word() {
        assertThat(sessions()).anyMatch(session -> session.getLast().event() == Event.PLAYING);
    }

    @Test
    void they_watch_again() {
        assertThat(histories).anyMatch(history -> history.truth().playsAt(0) > 1);
        assertThat(steps((one, next) -> one.event() == Event.ENDED)).isPositive();
    }

    @Test
    void they_watch_with_two_devices_one_after_the_other_and_at_once() {
        assertThat(histories).anyMatch(history -> devices(history) == 2);
        assertThat(histories).anyMatch(BehaviourTest::hasSessionsAtOnce);
    }

    @Test
    void what_was_offline_comes_hours_later_in_one_batch_and_in_order() {
        assertThat(histories.stream()
                        .flatMap(history -> history.deliveries().stream())
                        .filter(delivery -> delivery.source() == HeartbeatSource.BATCH)
                        .collect(groupingBy(
                                delivery -> String.valueOf(delivery.report().sessionId())))
                        .values())
                .isNotEmpty()
                .allSatisfy(batch -> assertThat(batch)
                        .extracting(Delivery::receivedAt)
                        .containsOnly(batch.getFirst().receivedAt()))
                .allSatisfy(batch -> assertThat(
                                batch.stream().map(delivery -> delivery.report().sequence()))
                        .isSorted())
                .anyMatch(batch -> Duration.between(
                                        at(batch.getLast().report()),
                                        batch.getLast().receivedAt())
                                .toHours()
                        > 2);
    }

    @Test
    void what_was_offline_comes_after_newer_reports_of_another_device() {
        assertThat(histories)
                .anyMatch(history -> history.deliveries().stream()
                        .anyMatch(late -> late.source() == HeartbeatSource.BATCH
                                && history.deliveries().stream().anyMatch(newer -> isOvertaken(late, newer))));
    }

    @Test
    void there_are_players_of_all_kinds_and_clocks_of_all_kinds() {
        List<Device> devices = Classroom.of(60, Some.dice()).students().stream()
                .flatMap(student -> student.devices().stream())
                .toList();

        assertThat(devices).extracting(Device::player).contains(Player.values());
        assertThat(devices).anyMatch(device -> device.clockError().isZero());
        assertThat(devices).anyMatch(device -> device.clockError().toHours() > 24 && device.saysWhenSent());
        assertThat(devices).anyMatch(device -> device.clockError().toHours() < -24 && !device.saysWhenSent());
    }

    private static boolean isOvertaken(Delivery late, Delivery newer) {
        return newer.receivedAt().isBefore(late.receivedAt())
                && at(newer.report()).isAfter(at(late.report()))
                && !Objects.equals(newer.report().deviceId(), late.report().deviceId());
    }

    private static boolean hasSessionsAtOnce(History history) {
        List<List<WatchReport>> sessions = List.copyOf(sessions(history));
        return sessions.stream().anyMatch(one -> sessions.stream().anyMatch(other -> isWithin(one.getFirst(), other)));
    }

    private static boolean isWithin(WatchReport report, List<WatchReport> session) {
        return at(session.getFirst()).isBefore(at(report))
                && at(report).isBefore(at(session.getLast()))
                && !Objects.equals(report.deviceId(), session.getFirst().deviceId());
    }

    private static long devices(History history) {
        return history.deliveries().stream()
                .map(delivery -> delivery.report().deviceId())
                .distinct()
                .count();
    }

    /// How many reports and their next in a session are so.
    private long steps(BiPredicate<WatchReport, WatchReport> so) {
        return sessions()
                .mapToLong(session -> IntStream.range(1, session.size())
                        .filter(i -> so.test(session.get(i - 1), session.get(i)))
                        .count())
                .sum();
    }

    private Stream<List<WatchReport>> sessions() {
        return histories.stream().flatMap(history -> sessions(history).stream());
    }

    private static Collection<List<WatchReport>> sessions(History history) {
        return history.deliveries().stream()
                .map(Delivery::report)
                .collect(groupingBy(report -> String.valueOf(report.sessionId())))
                .values();
    }

    private static Duration took(WatchReport one, WatchReport next) {
        return Duration.between(at(one), at(next));
    }

    private static List<Interval> played(WatchReport report) {
        return Objects.requireNonNull(report.played());
    }

    private static Instant at(WatchReport report) {
        return Objects.requireNonNull(report.occurredAt());
    }
}
