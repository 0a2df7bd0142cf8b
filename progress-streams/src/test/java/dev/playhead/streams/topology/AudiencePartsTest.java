package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static dev.playhead.testing.sample.Interactions.like;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.streams.audience.Contribution;
import dev.playhead.streams.audience.ContributionFormat;
import dev.playhead.streams.progress.Fold;
import dev.playhead.streams.progress.WatchState;
import dev.playhead.streams.progress.WatchStateFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/// A task's sums over its starts.
class AudiencePartsTest {
    private static final Contribution ONE_VIEWER = new Contribution(1, 0, 0, 0);

    private final KeyValueStore<Bytes, byte[]> sums = InMemory.store("sums");
    private final KeyValueStore<Bytes, byte[]> states = InMemory.store("states");
    private final List<LongConsumer> alarms = new ArrayList<>();
    private final Map<String, Contribution> told = new TreeMap<>();

    @Test
    void what_is_not_stored_is_not_told() {
        AudienceParts parts = started();
        parts.change("a", Contribution.NONE, ONE_VIEWER);
        parts.clear();
        parts.change("b", Contribution.NONE, ONE_VIEWER);
        parts.store();

        assertThat(told()).isEqualTo(Map.of("b", ONE_VIEWER));
    }

    @Test
    void what_did_not_change_since_is_not_told_again() {
        AudienceParts parts = started();
        add(parts, "a");
        told();
        add(parts, "b");

        assertThat(told()).isEqualTo(Map.of("b", ONE_VIEWER));
        assertThat(told()).isEmpty();
    }

    @Test
    void several_changes_at_once_and_one_after_another_add_up() {
        AudienceParts parts = started();
        parts.change("a", Contribution.NONE, ONE_VIEWER);
        parts.change("a", ONE_VIEWER, new Contribution(1, 1, 0, 0));
        parts.store();
        add(parts, "a");

        assertThat(told()).isEqualTo(Map.of("a", new Contribution(2, 1, 0, 0)));
    }

    @Test
    void after_a_start_all_sums_are_told_since_nobody_knows_which_were() {
        add(started(), "a", "b");
        alarms.clear();

        AudienceParts again = started();

        assertThat(told()).isEqualTo(Map.of("a", ONE_VIEWER, "b", ONE_VIEWER));
        add(again, "a");
        assertThat(told()).isEqualTo(Map.of("a", new Contribution(2, 0, 0, 0)));
    }

    @Test
    void a_sum_that_fell_to_nothing_is_told_after_a_start_as_well() {
        AudienceParts parts = started();
        add(parts, "a");
        parts.change("a", ONE_VIEWER, Contribution.NONE);
        parts.store();

        started();

        assertThat(told()).isEqualTo(Map.of("a", Contribution.NONE));
    }

    @Test
    void what_an_earlier_release_kept_is_counted_from_the_states() {
        WatchState seen = Fold.advance(
                WatchState.initial(),
                heartbeat().shortVideo("a").duration(30).position(29).build());
        put("ana", "a", seen);
        put("bea", "a", Fold.advance(seen, like().build()));
        put("ana", "b", Fold.advance(WatchState.initial(), like().build()));
        put("ana", "c", seen.reset(1));

        started();

        assertThat(told())
                .isEqualTo(Map.of(
                        "a", new Contribution(2, 2, 1, 0), "b", new Contribution(0, 0, 1, 0), "c", Contribution.NONE));
    }

    @Test
    void sums_of_other_figures_are_made_anew() {
        add(started(), "a", "gone");
        sums.put(Bytes.wrap(new byte[] {0}), new byte[] {Contribution.COUNTED - 1});
        put("ana", "a", Fold.advance(WatchState.initial(), like().build()));

        started();

        assertThat(told()).isEqualTo(Map.of("a", new Contribution(0, 0, 1, 0), "gone", Contribution.NONE));
    }

    private AudienceParts started() {
        AudienceParts parts = new AudienceParts(
                sums, alarms::add, (material, sum, nowMs) -> told.put(material, ContributionFormat.read(sum)));
        parts.begin(states);
        return parts;
    }

    private Map<String, Contribution> told() {
        told.clear();
        List.copyOf(alarms).forEach(alarm -> alarm.accept(0));
        alarms.clear();
        return new TreeMap<>(told);
    }

    private void put(String student, String material, WatchState state) {
        states.put(new StudentKey(student, material).bytes(), WatchStateFormat.write(state));
    }

    private static void add(AudienceParts parts, String... materials) {
        for (String material : materials) {
            parts.change(material, Contribution.NONE, ONE_VIEWER);
        }
        parts.store();
    }
}
