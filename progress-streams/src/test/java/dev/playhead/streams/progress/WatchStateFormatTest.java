package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Folding.fold;
import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static dev.playhead.testing.sample.Interactions.like;
import static dev.playhead.testing.sample.Interactions.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.schemas.event.MaterialKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WatchStateFormatTest {
    private static final WatchState STATE = fold(
            WatchState.begin(new Marker(2, START.minusSeconds(1).toEpochMilli())),
            List.of(
                    heartbeat().session("phone", 1).played(0, 20).position(20).build(),
                    heartbeat()
                            .session("phone", 3)
                            .played(10, 40)
                            .played(60, 70)
                            .position(480.25)
                            .after(90)
                            .build(),
                    heartbeat().device("tv").position(10).after(86_400).build()));

    private static final WatchState ENGAGED = Fold.advance(
            Fold.advance(STATE, like().after(100).build()), share().after(101).build());

    @Test
    void what_was_written_is_read() {
        assertThat(read(WatchStateFormat.write(STATE))).isEqualTo(STATE);
        assertThat(read(WatchStateFormat.write(ENGAGED))).isEqualTo(ENGAGED);
    }

    @Test
    void the_initial_state_is_read_as_well() {
        assertThat(read(WatchStateFormat.write(WatchState.initial()))).isEqualTo(WatchState.initial());
    }

    @Test
    void the_ends_of_all_numbers_are_kept() {
        int[] plays = new int[Plays.PARTS_MAX];
        plays[Plays.PARTS_MAX - 1] = Integer.MAX_VALUE;
        WatchState state = new WatchState(
                new Marker(Integer.MAX_VALUE, Long.MIN_VALUE),
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                new Material("ü".repeat(128), MaterialKind.SHORT, Long.MAX_VALUE),
                new Watched(List.of(new Span(0, 1), new Span(2, Long.MAX_VALUE)), Long.MAX_VALUE),
                new Plays(Long.MAX_VALUE, plays),
                new Days(List.of(new Day(Long.MIN_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE), new Day(0, 0, 0))),
                new Sessions(
                        List.of(
                                new SessionCursor(
                                        -1, Long.MIN_VALUE, Long.MAX_VALUE, 0, Long.MIN_VALUE, 7, Long.MAX_VALUE, true),
                                new SessionCursor(Long.MAX_VALUE, null, Long.MIN_VALUE, -1, 0, 0, 0, false),
                                new SessionCursor(0, null, 1, 1, 1, 1, 0, false)),
                        Long.MIN_VALUE),
                new Engagement(
                        true, Long.MIN_VALUE, Integer.MAX_VALUE, new RecentEvents(List.of(Long.MIN_VALUE, -1L, 7L))));

        assertThat(read(WatchStateFormat.write(state))).isEqualTo(state);
    }

    /// The bytes stand in stores and changelogs: they must be read for good.
    @Test
    void version_1_is_read_as_it_was_written_by_the_first_release() throws IOException {
        byte[] stored = HexFormat.of().parseHex(resource("watch-state-1.hex"));

        long at = START.toEpochMilli();
        assertThat(read(stored))
                .isEqualTo(new WatchState(
                        Marker.FIRST,
                        at,
                        at,
                        at + 5_000,
                        480_250,
                        new Material("demo", MaterialKind.VIDEO, 600_000),
                        Watched.NOTHING,
                        new Plays(600_000, new int[100]),
                        Days.NONE.with(at, 2, 0),
                        new Sessions(
                                List.of(
                                        new SessionCursor(
                                                0, null, at + 5_000, 10_000, at + 5_000, at + 5_000, 0, false),
                                        new SessionCursor(0x31fc9c6bde865d6fL, 3L, at, 480_250, at, at, 0, false)),
                                0),
                        Engagement.NONE));
    }

    @Test
    void a_state_of_version_1_goes_on_in_this_release() throws IOException {
        WatchState state = read(HexFormat.of().parseHex(resource("watch-state-1.hex")));

        WatchState after = Fold.advance(
                state,
                heartbeat()
                        .session("phone", 4)
                        .position(500)
                        .played(490, 500)
                        .after(30)
                        .build());

        assertThat(after.watchedMs()).isEqualTo(10_000);
        assertThat(read(WatchStateFormat.write(after))).isEqualTo(after);
    }

    @Test
    void a_state_of_version_1_with_as_many_sessions_as_there_may_be_may_have_forgotten_others() {
        StoredBytes bytes = new StoredBytes();
        bytes.octet(1);
        bytes.octet(0);
        for (long number : new long[] {1, 5_000, 0, 0, 0, 600_000}) {
            bytes.number(number);
        }
        bytes.octet(Sessions.MAX);
        for (int session = 1; session <= Sessions.MAX; session++) {
            bytes.octet(0);
            bytes.fixed(session);
            bytes.number(0);
            bytes.number(0);
        }

        assertThat(read(bytes.toArray()).sessions().forgottenUntil()).isEqualTo(5_000);
    }

    @Test
    void version_2_is_read_as_it_was_written() throws IOException {
        assertThat(read(HexFormat.of().parseHex(resource("watch-state-2.hex")))).isEqualTo(STATE);
    }

    @Test
    void version_3_is_what_is_written() throws IOException {
        assertThat(HexFormat.of().formatHex(WatchStateFormat.write(ENGAGED))).isEqualTo(resource("watch-state-3.hex"));
    }

    @Test
    void a_like_of_what_was_never_watched_is_read_as_it_was_written() {
        WatchState liked = Fold.advance(WatchState.initial(), like().build());

        assertThat(liked.isUnwatched()).isTrue();
        assertThat(read(WatchStateFormat.write(liked))).isEqualTo(liked);
    }

    @Test
    void what_was_only_watched_takes_no_more_room_than_before() throws IOException {
        assertThat(WatchStateFormat.write(STATE))
                .hasSize(HexFormat.of().parseHex(resource("watch-state-2.hex")).length);
    }

    @Test
    void a_typical_state_is_short() {
        assertThat(WatchStateFormat.write(STATE)).hasSizeLessThan(120);
    }

    @Test
    void a_version_that_this_release_does_not_know_is_refused() {
        byte[] stored = WatchStateFormat.write(STATE);
        stored[0] = 4;

        assertThatThrownBy(() -> read(stored))
                .isInstanceOf(StoredFormException.class)
                .hasMessageContaining("version 4")
                .hasMessageContaining("newer release");
    }

    @Test
    void bytes_cut_short_anywhere_are_refused() {
        byte[] stored = WatchStateFormat.write(ENGAGED);
        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(StoredFormException.class);
        }
    }

    @Test
    void plays_of_no_part_are_refused() {
        byte[] stored = WatchStateFormat.write(new WatchState(
                Marker.FIRST,
                null,
                0,
                0,
                0,
                new Material(null, MaterialKind.VIDEO, 1_000),
                Watched.NOTHING,
                Plays.NONE.of(1_000),
                Days.NONE,
                Sessions.NONE,
                Engagement.NONE));
        int fromPlays = 5; // a run of plays, no days, no sessions, none forgotten
        ByteBuffer damaged = ByteBuffer.allocate(stored.length + 2)
                .put(stored, 0, stored.length - fromPlays)
                .put(new byte[2])
                .put(stored, stored.length - fromPlays, fromPlays);

        assertThatThrownBy(() -> read(damaged.array()))
                .isInstanceOf(StoredFormException.class)
                .hasMessageContaining("0 parts");
    }

    @Test
    void bytes_left_over_are_refused() {
        byte[] stored = WatchStateFormat.write(STATE);

        assertThatThrownBy(() -> read(Arrays.copyOf(stored, stored.length + 1)))
                .isInstanceOf(StoredFormException.class)
                .hasMessageContaining("1 bytes more");
    }

    private static WatchState read(byte[] stored) {
        return WatchStateFormat.read(stored);
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(WatchStateFormatTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip();
        }
    }
}
