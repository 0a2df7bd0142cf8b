package dev.playhead.ingest.shorts;

import static dev.playhead.ingest.shorts.Desk.ARRIVAL;
import static dev.playhead.ingest.shorts.Desk.NOW;
import static dev.playhead.ingest.shorts.Desk.refused;
import static dev.playhead.ingest.shorts.Desk.taken;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.ingest.heartbeat.Verdict.Reason;
import dev.playhead.schemas.event.InteractionKind;
import dev.playhead.schemas.event.ShortInteraction;
import dev.playhead.schemas.id.EventIds;
import org.junit.jupiter.api.Test;

class ShareReaderTest {
    @Test
    void a_share_without_a_word_is_of_now() {
        ShortInteraction share = taken(ShareReader.read("ana", null, ARRIVAL)).of("ana", "s", "react", ARRIVAL);

        assertThat(share)
                .isEqualTo(new ShortInteraction(
                        EventIds.interaction("ana", "s", "SHARE", NOW.toEpochMilli())
                                .toString(),
                        "ana",
                        "s",
                        "react",
                        InteractionKind.SHARE,
                        null,
                        NOW.toEpochMilli(),
                        NOW.toEpochMilli()));
    }

    @Test
    void what_is_said_of_it_is_kept_with_the_clocks_error_taken_off() {
        ShortInteraction share = share("""
                {'channel': 'link', 'occurred_at': '2026-11-21T07:00:00Z', 'sent_at': '2026-11-21T07:00:05Z',
                 'event_id': '0B9A4E57-94DD-4E8B-9A5A-3C2E5F0A1B2C', 'student_id': 'ana', 'more': []}""");

        assertThat(share.getChannel()).isEqualTo("link");
        assertThat(share.getOccurredAt()).isEqualTo(NOW.minusSeconds(5).toEpochMilli());
        assertThat(share.getReceivedAt()).isEqualTo(NOW.toEpochMilli());
        assertThat(share.getEventId()).isEqualTo("0b9a4e57-94dd-4e8b-9a5a-3c2e5f0a1b2c");
    }

    @Test
    void a_retry_with_another_sent_at_is_the_same() {
        assertThat(share("{'occurred_at': '2026-11-21T07:00:00Z', 'sent_at': '2026-11-21T07:00:05Z'}")
                        .getEventId())
                .isEqualTo(share("{'occurred_at': '2026-11-21T07:00:00Z', 'sent_at': '2026-11-21T07:00:15Z'}")
                        .getEventId())
                .isNotEqualTo(share("{'occurred_at': '2026-11-21T07:00:01Z'}").getEventId());
    }

    @Test
    void a_channel_has_64_characters_at_most_whatever_they_are() {
        String longest = "🎬".repeat(64);

        assertThat(share("{'channel': '" + longest + "'}").getChannel()).isEqualTo(longest);
        refused(read("{'channel': '" + longest + "x'}"), "channel must have at most 64 characters");
        refused(read("{'channel': ' '}"), "channel must not be blank");
    }

    @Test
    void all_that_is_wrong_is_told() {
        refused(
                read("{'channel': 5, 'occurred_at': 'now', 'event_id': 'x', 'student_id': 7}"),
                "channel must be a string",
                "occurred_at must be a time of RFC 3339, such as 2026-11-21T08:30:00Z",
                "event_id must be a UUID",
                "student_id must be a string");
        refused(read("null"), "body must be an object");
    }

    @Test
    void of_another_student_is_refused() {
        assertThat(refused(read("{'student_id': 'bo'}")).reason()).isEqualTo(Reason.OTHER_STUDENT);
    }

    private static ShortInteraction share(String json) {
        return taken(read(json)).of("ana", "s", "react", ARRIVAL);
    }

    private static Ruling<Deed> read(String json) {
        return ShareReader.read("ana", Desk.json(json), ARRIVAL);
    }
}
