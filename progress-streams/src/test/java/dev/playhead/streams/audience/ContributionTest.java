package dev.playhead.streams.audience;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static dev.playhead.testing.sample.Interactions.like;
import static dev.playhead.testing.sample.Interactions.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.StoredFormException;
import dev.playhead.streams.progress.WatchState;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ContributionTest {
    private static final Contribution SOME = new Contribution(1_000_000, 300, 0, Long.MAX_VALUE);

    @Test
    void a_student_counts_once_for_each_thing_done_and_each_share() {
        WatchState seen = Fold.advance(
                WatchState.initial(),
                heartbeat().shortVideo("short1").duration(30).position(10).build());
        WatchState completed = Fold.advance(
                seen,
                heartbeat()
                        .shortVideo("short1")
                        .duration(30)
                        .position(29)
                        .after(20)
                        .build());
        WatchState liked = Fold.advance(completed, like().build());
        WatchState shared = Fold.advance(
                Fold.advance(liked, share().build()), share().after(1).build());

        assertThat(Contribution.of(WatchState.initial())).isEqualTo(Contribution.NONE);
        assertThat(Contribution.of(seen)).isEqualTo(new Contribution(1, 0, 0, 0));
        assertThat(Contribution.of(completed)).isEqualTo(new Contribution(1, 1, 0, 0));
        assertThat(Contribution.of(liked)).isEqualTo(new Contribution(1, 1, 1, 0));
        assertThat(Contribution.of(shared)).isEqualTo(new Contribution(1, 1, 1, 2));
        assertThat(Contribution.of(shared.reset(1))).isEqualTo(Contribution.NONE);
    }

    @Test
    void what_is_liked_unseen_has_no_viewer() {
        assertThat(Contribution.of(Fold.advance(WatchState.initial(), like().build())))
                .isEqualTo(new Contribution(0, 0, 1, 0));
    }

    @Test
    void what_is_added_can_be_taken_back() {
        Contribution other = new Contribution(1, 2, 3, 4);

        assertThat(SOME.plus(other).minus(SOME)).isEqualTo(other);
        assertThat(other.plus(other)).isEqualTo(new Contribution(2, 4, 6, 8));
    }

    @Test
    void it_is_read_as_it_was_written() {
        assertThat(ContributionFormat.read(ContributionFormat.write(SOME))).isEqualTo(SOME);
        assertThat(ContributionFormat.read(ContributionFormat.write(Contribution.NONE)))
                .isEqualTo(Contribution.NONE);
    }

    /// As it is on the disks and in the topics of those who run it.
    @Test
    void the_stored_form_does_not_change() {
        assertThat(HexFormat.of().formatHex(ContributionFormat.write(SOME)))
                .isEqualTo("0180897ad80400feffffffffffffffff01");
    }

    @Test
    void what_is_cut_short_or_longer_or_newer_is_refused() {
        byte[] stored = ContributionFormat.write(SOME);
        byte[] newer = stored.clone();
        newer[0] = 2;

        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatThrownBy(() -> ContributionFormat.read(cut)).isInstanceOf(StoredFormException.class);
        }
        assertThatThrownBy(() -> ContributionFormat.read(Arrays.copyOf(stored, stored.length + 1)))
                .hasMessageContaining("1 bytes more");
        assertThatThrownBy(() -> ContributionFormat.read(newer)).hasMessageContaining("version 2");
    }
}
