package dev.playhead.streams.progress;

import static dev.playhead.streams.progress.Folding.fold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Heartbeat;
import dev.playhead.testing.sample.Heartbeats;
import dev.playhead.testing.sample.XapiSitting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What comes of statements of the xAPI Video Profile, by way of the heartbeats that `ingest-api`
/// makes of them.
class XapiSittingTest {
    private static final List<Heartbeat> SITTING = new XapiSitting(Heartbeats.START, "s1").heartbeats();

    @Test
    void what_was_watched_again_counts_again_and_what_was_dragged_over_does_not() {
        WatchState state = fold(SITTING);

        assertThat(state.watchedMs()).isEqualTo(XapiSitting.WATCHED_SECONDS * 1_000);
        assertThat(state.watched().coveredMs(600_000)).isEqualTo(XapiSitting.COVERED_SECONDS * 1_000);
        assertThat(state.furthestMs()).isEqualTo(XapiSitting.FURTHEST_SECONDS * 1_000);
        assertThat(state.positionMs()).isEqualTo(XapiSitting.LEFT_AT_SECONDS * 1_000);
    }

    @Test
    void statements_sent_again_change_nothing() {
        List<Heartbeat> twice = new ArrayList<>(SITTING);
        twice.addAll(SITTING);

        assertThat(fold(twice)).isEqualTo(fold(SITTING));
    }

    @Test
    void another_sitting_counts_as_the_first_did() {
        List<Heartbeat> both = new ArrayList<>(SITTING);
        both.addAll(new XapiSitting(Heartbeats.START.plusSeconds(3_600), "s2").heartbeats());

        assertThat(fold(both).watchedMs()).isEqualTo(2 * XapiSitting.WATCHED_SECONDS * 1_000);
        assertThat(fold(both).watched().coveredMs(600_000)).isEqualTo(XapiSitting.COVERED_SECONDS * 1_000);
    }
}
