package dev.playhead.streams.shorts;

import static dev.playhead.streams.shorts.Sights.sight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.schemas.event.Swipe;
import dev.playhead.streams.progress.RecentEvents;
import dev.playhead.streams.progress.StoredFormException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SessionFormatTest {
    private static final Session SESSION = Sittings.of(List.of(
                    sight("1.1-intro", 0)
                            .watched(14_000)
                            .completing()
                            .left(Swipe.UP)
                            .build(),
                    sight("1.1-intro", 4).watched(500).left(Swipe.DOWN).build(),
                    sight("1.2-hooks", 1).watched(7_250).build()))
            .all()
            .getFirst();

    @Test
    void what_was_written_is_read() {
        assertThat(read(SessionFormat.write(SESSION))).isEqualTo(SESSION);
    }

    @Test
    void the_ends_of_all_numbers_are_kept() {
        SeenShort seen = new SeenShort(
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                true,
                new Swipes(Integer.MAX_VALUE, Integer.MAX_VALUE, new RecentEvents(List.of(Long.MIN_VALUE, -1L))));
        Session session = new Session(Long.MAX_VALUE, Long.MIN_VALUE, new TreeMap<>(Map.of("ü".repeat(128), seen)));

        assertThat(read(SessionFormat.write(session))).isEqualTo(session);
    }

    /// The bytes stand in stores and changelogs: they must be read for good.
    @Test
    void version_1_is_what_is_written() throws IOException {
        String approved = resource("shorts-session-1.hex");

        assertThat(HexFormat.of().formatHex(SessionFormat.write(SESSION))).isEqualTo(approved);
        assertThat(read(HexFormat.of().parseHex(approved))).isEqualTo(SESSION);
    }

    @Test
    void a_version_that_this_release_does_not_know_is_refused() {
        byte[] stored = SessionFormat.write(SESSION);
        stored[0] = 2;

        assertThatThrownBy(() -> read(stored))
                .isInstanceOf(StoredFormException.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("newer release");
    }

    @Test
    void bytes_cut_short_anywhere_are_refused() {
        byte[] stored = SessionFormat.write(SESSION);
        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatThrownBy(() -> read(cut)).isInstanceOf(StoredFormException.class);
        }
    }

    @Test
    void bytes_left_over_are_refused() {
        byte[] stored = SessionFormat.write(SESSION);

        assertThatThrownBy(() -> read(Arrays.copyOf(stored, stored.length + 1)))
                .isInstanceOf(StoredFormException.class)
                .hasMessageContaining("1 bytes more");
    }

    private static Session read(byte[] stored) {
        return SessionFormat.read(stored);
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(SessionFormatTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip();
        }
    }
}
