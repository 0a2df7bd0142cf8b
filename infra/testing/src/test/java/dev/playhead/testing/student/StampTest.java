package dev.playhead.testing.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.CompletionRule;
import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.schemas.event.PlaybackEvent;
import dev.playhead.schemas.event.Segment;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StampTest {
    private static final Duration DAYS = Duration.ofDays(2);
    private static final Mishap ALWAYS = new Mishap(1, Duration.ofSeconds(20));

    @Test
    void it_says_what_the_player_said_and_what_the_catalog_says() {
        History history = Some.history(Some.student());
        Delivery first = history.deliveries().getFirst();

        Heartbeat heartbeat = Stamp.byPosition(Some.VIDEO, "demo").heartbeat(first);

        assertThat(heartbeat.getStudentId()).isEqualTo("ana");
        assertThat(heartbeat.getMaterialId()).isEqualTo("video123");
        assertThat(heartbeat.getCourseId()).isEqualTo("demo");
        assertThat(heartbeat.getCompletionRule()).isEqualTo(CompletionRule.POSITION);
        assertThat(heartbeat.getCompletionThreshold()).isEqualTo(80);
        assertThat(heartbeat.getPositionMs()).isEqualTo(10_000);
        assertThat(heartbeat.getPlayed()).containsExactly(new Segment(0L, 10_000L));
        assertThat(heartbeat.getPlayedKnown()).isTrue();
        assertThat(heartbeat.getSequence()).isEqualTo(1);
        assertThat(heartbeat.getReceivedAt()).isEqualTo(first.receivedAt().toEpochMilli());
    }

    @Test
    void a_wrong_clock_that_lets_ingest_know_is_put_right() {
        Device ahead = new Device("ahead", Player.FULL, DAYS, true);

        assertThat(heartbeats(Some.student().with(ahead)))
                .allMatch(heartbeat -> heartbeat.getOccurredAt() == heartbeat.getReceivedAt());
    }

    @Test
    void a_wrong_clock_that_does_not_stays_wrong() {
        Device behind = new Device("behind", Player.FULL, DAYS.negated(), false);

        assertThat(heartbeats(Some.student().with(behind)))
                .allMatch(heartbeat -> heartbeat.getOccurredAt() == heartbeat.getReceivedAt() - DAYS.toMillis());
    }

    @Test
    void what_is_sent_again_has_the_same_id() {
        Network repeating = new Network(Mishap.NEVER, Mishap.NEVER, ALWAYS);
        Device device = new Device("laptop", Player.FULL, DAYS, true);

        List<Heartbeat> twice =
                heartbeats(Some.student().with(device).with(repeating)).toList();

        assertThat(twice.stream().map(Heartbeat::getEventId).distinct()).hasSize(twice.size() / 2);
    }

    @Test
    void of_a_player_that_says_no_more_it_is_when_it_arrives() {
        Student student = Some.student().with(Device.of("old", Player.PLAIN));

        assertThat(heartbeats(student.with(new Network(ALWAYS, Mishap.NEVER, Mishap.NEVER))))
                .allMatch(heartbeat -> heartbeat.getOccurredAt() == heartbeat.getReceivedAt())
                .allMatch(heartbeat -> heartbeat.getEvent() == PlaybackEvent.PLAYING)
                .noneMatch(Heartbeat::getPlayedKnown)
                .allMatch(heartbeat -> heartbeat.getSessionId() == null && heartbeat.getDeviceId() == null);
    }

    @Test
    void a_report_is_said_in_the_words_of_the_api() {
        WatchReport full = Some.history(Some.student()).deliveries().getFirst().report();
        WatchReport plain = Some.history(Some.student().with(Device.of("old", Player.PLAIN)))
                .deliveries()
                .getFirst()
                .report();

        assertThat(full.body())
                .containsOnlyKeys(
                        "watch_time",
                        "total_duration",
                        "event",
                        "session_id",
                        "sequence",
                        "device_id",
                        "playback_rate",
                        "played",
                        "occurred_at");
        assertThat(full.body().get("watch_time")).hasToString("10.000");
        assertThat(full.body().get("played")).hasToString("[[0.000, 10.000]]");
        assertThat(plain.body()).containsOnlyKeys("watch_time", "total_duration");
    }

    private static Stream<Heartbeat> heartbeats(Student student) {
        Stamp stamp = Stamp.byPosition(Some.VIDEO, "demo");
        return Some.history(student).deliveries().stream().map(stamp::heartbeat);
    }
}
