package dev.playhead.streams.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CourseStateFormatTest {
    private static final Marker SECOND = new Marker(2, 1_795_000_000_000L);
    private static final KeptShares SHARES = KeptShares.of(Arrays.asList(
            new CourseShare("a", 10_000, true),
            null,
            null,
            new CourseShare("d", 0, false),
            new CourseShare("e", 0, false)));
    private static final CourseState STATE = new CourseState(SECOND, 1_795_000_000_007L, 12, SHARES);

    /// As it is on the disks of those who run it.
    @Test
    void the_stored_form_does_not_change() {
        assertThat(HexFormat.of().formatHex(CourseStateFormat.write(STATE)))
                .isEqualTo("03010480f8b2e5bd68188ef8b2e5bd680a02c4b80204000402");
    }

    @Test
    void it_is_read_as_it_was_written() {
        assertThat(read(STATE)).isEqualTo(STATE);
        assertThat(read(STATE.withoutShares())).isEqualTo(STATE.withoutShares());
        assertThat(read(CourseState.begin(Marker.FIRST))).isEqualTo(CourseState.begin(Marker.FIRST));
    }

    @Test
    void what_changes_with_each_heartbeat_is_not_stored() {
        CourseState watched = STATE.keeping(KeptShares.of(Arrays.asList(
                new CourseShare("a", 10_000, true),
                new CourseShare("b", 8_000, true),
                new CourseShare("c", 10_000, false),
                new CourseShare("d", 0, false),
                new CourseShare("e", 0, false))));

        assertThat(read(watched)).isEqualTo(STATE);
        assertThat(watched.isStoredAs(STATE)).isTrue();
        assertThat(STATE.isStoredAs(watched)).isTrue();
    }

    @Test
    void what_differs_in_anything_else_is_stored_otherwise() {
        KeptShares begun = KeptShares.of(Collections.nCopies(5, new CourseShare("a", 1, false)));

        assertThat(STATE.isStoredAs(STATE.keeping(begun))).isFalse();
        assertThat(STATE.keeping(begun).isStoredAs(STATE.keeping(begun))).isTrue();
        assertThat(STATE.keeping(begun).isStoredAs(STATE.withoutShares())).isFalse();
        assertThat(STATE.isStoredAs(new CourseState(Marker.FIRST, STATE.completedAt(), 12, SHARES)))
                .isFalse();
        assertThat(STATE.isStoredAs(new CourseState(SECOND, null, 12, SHARES))).isFalse();
        assertThat(STATE.isStoredAs(new CourseState(SECOND, STATE.completedAt(), 13, SHARES)))
                .isFalse();
    }

    /// Those can have changed since. The next look at the course stores it anew.
    @Test
    void what_version_2_stored_of_all_shares_is_not_believed() {
        CourseState before =
                CourseStateFormat.read(bytes("02010480f8b2e5bd68188ef8b2e5bd680a02c4b8020284fa0102000402"));

        assertThat(before).isEqualTo(STATE.withoutShares());
        assertThat(STATE.isStoredAs(before)).isFalse();
    }

    @Test
    void shares_that_are_the_same_take_the_room_of_one() {
        CourseShare begun = new CourseShare("a", 0, false);

        assertThat(CourseStateFormat.write(STATE.keeping(KeptShares.of(Collections.nCopies(40, begun)))))
                .hasSameSizeAs(CourseStateFormat.write(STATE.keeping(KeptShares.of(List.of(begun)))));
    }

    @Test
    void what_release_0_1_wrote_is_read_and_has_no_shares() {
        assertThat(CourseStateFormat.read(bytes("01010480f8b2e5bd68188ef8b2e5bd68")))
                .isEqualTo(STATE.withoutShares());
    }

    @Nested
    class Refused {
        @Test
        void what_is_cut_short_wherever_it_is() {
            byte[] stored = CourseStateFormat.write(STATE);

            for (int length = 0; length < stored.length; length++) {
                byte[] cut = Arrays.copyOf(stored, length);
                assertThatThrownBy(() -> CourseStateFormat.read(cut)).isInstanceOf(StoredFormException.class);
            }
        }

        @Test
        void what_is_longer_than_it_says() {
            byte[] stored = CourseStateFormat.write(STATE);

            assertThatThrownBy(() -> CourseStateFormat.read(Arrays.copyOf(stored, stored.length + 1)))
                    .hasMessageContaining("1 bytes more");
        }

        @Test
        void what_a_newer_release_wrote() {
            byte[] stored = CourseStateFormat.write(STATE);
            stored[0] = 4;

            assertThatThrownBy(() -> CourseStateFormat.read(stored)).hasMessageContaining("version 4");
        }

        @Test
        void shares_that_cannot_be() {
            assertThatThrownBy(() -> CourseStateFormat.read(bytes("030002000002" + "04" + "02")))
                    .as("a run longer than the course")
                    .isInstanceOf(StoredFormException.class);
            assertThatThrownBy(() -> CourseStateFormat.read(bytes("030002000002" + "00" + "02")))
                    .as("a run of none")
                    .isInstanceOf(StoredFormException.class);
            assertThatThrownBy(() -> CourseStateFormat.read(bytes("030002000002" + "02" + "80f104")))
                    .as("more than the whole")
                    .isInstanceOf(StoredFormException.class);
            assertThatThrownBy(() -> CourseStateFormat.read(bytes("0300020000" + "feffffff0f")))
                    .as("more materials than any course has")
                    .isInstanceOf(StoredFormException.class);
        }
    }

    private static CourseState read(CourseState state) {
        return CourseStateFormat.read(CourseStateFormat.write(state));
    }

    private static byte[] bytes(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
