package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Folding.fold;
import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.schemas.event.MaterialKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WatchStateFormatTest {
    private static final WatchState STATE = fold(
            heartbeat().session("phone", 3).position(480.25).build(),
            heartbeat().position(10).after(5).build());

    @Test
    void what_was_written_is_read() {
        assertThat(read(WatchStateFormat.write(STATE))).isEqualTo(STATE);
    }

    @Test
    void the_initial_state_is_read_as_well() {
        assertThat(read(WatchStateFormat.write(WatchState.initial()))).isEqualTo(WatchState.initial());
    }

    @Test
    void the_ends_of_all_numbers_are_kept() {
        WatchState state = new WatchState(
                Integer.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                new Material("ü".repeat(128), MaterialKind.SHORT, Long.MIN_VALUE),
                new Sessions(List.of(
                        new SessionCursor(-1, Long.MIN_VALUE, Long.MAX_VALUE, 0),
                        new SessionCursor(Long.MAX_VALUE, null, Long.MIN_VALUE, -1))));

        assertThat(read(WatchStateFormat.write(state))).isEqualTo(state);
    }

    /// The bytes stand in stores and changelogs: they must be read for good.
    @Test
    void version_1_is_read_as_it_was_written_by_the_first_release() throws IOException {
        byte[] stored = HexFormat.of().parseHex(resource("watch-state-1.hex"));

        assertThat(read(stored))
                .isEqualTo(new WatchState(
                        1,
                        START.toEpochMilli(),
                        START.toEpochMilli(),
                        START.toEpochMilli() + 5_000,
                        480_250,
                        new Material("demo", MaterialKind.VIDEO, 600_000),
                        new Sessions(List.of(
                                new SessionCursor(0, null, START.toEpochMilli() + 5_000, 10_000),
                                new SessionCursor(0x31fc9c6bde865d6fL, 3L, START.toEpochMilli(), 480_250)))));
    }

    @Test
    void version_1_is_still_what_is_written() throws IOException {
        assertThat(HexFormat.of().formatHex(WatchStateFormat.write(STATE))).isEqualTo(resource("watch-state-1.hex"));
    }

    @Test
    void a_typical_state_is_short() {
        assertThat(WatchStateFormat.write(STATE)).hasSizeLessThan(64);
    }

    @Test
    void a_version_that_this_release_does_not_know_is_refused() {
        byte[] stored = WatchStateFormat.write(STATE);
        stored[0] = 2;

        assertThatThrownBy(() -> read(stored))
                .isInstanceOf(StoredFormException.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("newer release");
    }

    @Test
    void bytes_cut_short_anywhere_are_refused() {
        byte[] stored = WatchStateFormat.write(STATE);
        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(StoredFormException.class);
        }
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
