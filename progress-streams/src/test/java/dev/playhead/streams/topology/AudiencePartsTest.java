package dev.playhead.streams.topology;

import static dev.playhead.testing.sample.Heartbeats.START;
import static dev.playhead.testing.sample.Heartbeats.heartbeat;
import static dev.playhead.testing.sample.Interactions.like;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.streams.audience.Contribution;
import dev.playhead.streams.audience.Contributions;
import dev.playhead.streams.audience.Curves;
import dev.playhead.streams.audience.Daily;
import dev.playhead.streams.audience.Total;
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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A task's sums over its starts.
class AudiencePartsTest {
    private static final Contribution ONE_VIEWER = viewers(1, Map.of());
    private static final Daily ONE_VIEW = new Daily(1, 1, 0, 5_000);

    private final KeyValueStore<Bytes, byte[]> sums = InMemory.store("sums");
    private final KeyValueStore<Bytes, byte[]> states = InMemory.store("states");
    private final List<LongConsumer> alarms = new ArrayList<>();
    private final Map<String, Contribution> told = new TreeMap<>();
    private long nowMs = START.toEpochMilli();
    private long wakeAt = Long.MAX_VALUE;

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
    void what_changes_nothing_is_not_told() {
        AudienceParts parts = started();
        add(parts, "a");
        told();
        parts.add("a", Contributions.change(Contributions.NONE));

        assertThat(alarms).isEmpty();
    }

    @Test
    void several_changes_at_once_and_one_after_another_add_up() {
        AudienceParts parts = started();
        parts.add("a", Contributions.change(viewers(1, Map.of(1L, ONE_VIEW))));
        parts.add("a", Contributions.change(viewers(0, Map.of(1L, ONE_VIEW, 3L, ONE_VIEW))));
        parts.add("a", Contributions.change(viewers(1, Map.of(3L, ONE_VIEW))));

        assertThat(told())
                .isEqualTo(Map.of("a", viewers(2, Map.of(1L, ONE_VIEW.plus(ONE_VIEW), 3L, ONE_VIEW.plus(ONE_VIEW)))));
    }

    @Test
    void a_sum_of_which_more_were_in_use_since_is_read_again() {
        AudienceParts parts = started();
        for (int round = 1; round <= 2; round++) {
            for (int material = 0; material < 1_500; material++) {
                parts.add("m" + material, Contributions.change(viewers(1, Map.of(1L, ONE_VIEW))));
            }
        }

        assertThat(told())
                .hasSize(1_500)
                .allSatisfy((material, its) ->
                        assertThat(its).isEqualTo(viewers(2, Map.of(1L, ONE_VIEW.plus(ONE_VIEW)))));
    }

    @Test
    void each_is_told_at_its_moment_of_the_second_and_whoever_waits_wakes_again() {
        AudienceParts parts = started();
        told();
        long moment = Moment.after(nowMs, "a");
        nowMs = moment - 700;
        add(parts, "a");
        assertThat(wakeAt).isEqualTo(moment);
        nowMs = moment - 1;
        assertThat(toldNow()).isEmpty();
        assertThat(wakeAt).isEqualTo(moment);

        nowMs = moment;
        assertThat(toldNow()).isEqualTo(Map.of("a", ONE_VIEWER));
        assertThat(alarms).isEmpty();

        add(parts, "a");
        nowMs = moment + 999;
        assertThat(toldNow()).isEmpty();
        nowMs = moment + 1_000;
        assertThat(toldNow()).isEqualTo(Map.of("a", viewers(2, Map.of())));
    }

    @Nested
    class TheDaysToldWithIt {
        @Test
        void are_those_that_changed_since() {
            AudienceParts parts = started();
            parts.add("a", Contributions.change(viewers(1, Map.of(1L, ONE_VIEW, 2L, ONE_VIEW))));
            told();
            parts.add("a", Contributions.change(viewers(1, Map.of(2L, ONE_VIEW))));

            assertThat(told()).isEqualTo(Map.of("a", viewers(2, Map.of(2L, ONE_VIEW.plus(ONE_VIEW)))));
        }

        @Test
        void are_all_of_them_after_a_start_but_no_other_material_s() {
            AudienceParts parts = started();
            parts.add("a", Contributions.change(viewers(1, Map.of(1L, ONE_VIEW, 20_778L, ONE_VIEW))));
            parts.add("a2", Contributions.change(viewers(1, Map.of(5L, ONE_VIEW))));
            told();

            AudienceParts again = started();
            again.add("a", Contributions.change(viewers(1, Map.of(7L, ONE_VIEW))));

            assertThat(told())
                    .containsOnly(
                            Map.entry("a", viewers(2, Map.of(1L, ONE_VIEW, 7L, ONE_VIEW, 20_778L, ONE_VIEW))),
                            Map.entry("a2", viewers(1, Map.of(5L, ONE_VIEW))));
        }

        @Test
        void are_told_when_they_fell_to_nothing_also_after_a_start() {
            AudienceParts parts = started();
            parts.add("a", Contributions.change(viewers(1, Map.of(1L, ONE_VIEW))));
            parts.add("a", Contributions.change(viewers(-1, Map.of(1L, Daily.NONE.minus(ONE_VIEW)))));

            assertThat(told()).isEqualTo(Map.of("a", viewers(0, Map.of(1L, Daily.NONE))));
            started();
            assertThat(told()).isEqualTo(Map.of("a", viewers(0, Map.of(1L, Daily.NONE))));
        }
    }

    @Test
    void after_a_start_all_sums_are_told_since_nobody_knows_which_were() {
        add(started(), "a", "b");
        alarms.clear();

        AudienceParts again = started();

        assertThat(told()).isEqualTo(Map.of("a", ONE_VIEWER, "b", ONE_VIEWER));
        add(again, "a");
        assertThat(told()).isEqualTo(Map.of("a", viewers(2, Map.of())));
    }

    @Test
    void a_sum_that_fell_to_nothing_is_told_after_a_start_as_well() {
        AudienceParts parts = started();
        add(parts, "a");
        parts.add("a", Contributions.change(viewers(-1, Map.of())));

        started();

        assertThat(told()).isEqualTo(Map.of("a", Contributions.NONE));
    }

    @Test
    void sums_that_are_not_there_are_made_from_the_states() {
        WatchState seen = Fold.advance(
                WatchState.initial(),
                heartbeat()
                        .shortVideo("a")
                        .duration(30)
                        .position(29)
                        .played(0, 29)
                        .build());
        put("ana", "a", seen);
        put("bea", "a", Fold.advance(seen, like().build()));
        put("ana", "b", Fold.advance(WatchState.initial(), like().build()));
        put("ana", "c", seen.reset(1));

        started();

        assertThat(told())
                .isEqualTo(Map.of(
                        "a",
                        Contributions.sum(Contributions.of(seen), Contributions.of(Fold.advance(seen, like().build()))),
                        "b",
                        new Contribution(new Total(0, 0, 0, 0, 0, 1, 0, Curves.NONE), new TreeMap<>())));
        assertThat(sums.get(Bytes.wrap(new byte[] {0}))).containsExactly(Contribution.COUNTED);
    }

    @Test
    void sums_of_other_figures_are_made_anew_with_their_days() {
        AudienceParts parts = started();
        parts.add("a", Contributions.change(viewers(1, Map.of(1L, ONE_VIEW))));
        parts.add("gone", Contributions.change(ONE_VIEWER));
        sums.put(Bytes.wrap(new byte[] {0}), new byte[] {Contribution.COUNTED - 1});
        WatchState seen = Fold.advance(WatchState.initial(), heartbeat().build());
        put("ana", "a", seen);

        started();

        long today = START.getEpochSecond() / 86_400;
        assertThat(told().get("a")).satisfies(its -> {
            assertThat(its.total()).isEqualTo(Contributions.of(seen).total());
            assertThat(its.days()).isEqualTo(Map.of(1L, Daily.NONE, today, new Daily(1, 1, 0, 0)));
        });
        assertThat(told.get("gone")).isEqualTo(Contributions.NONE);
    }

    private AudienceParts started() {
        AudienceParts parts =
                new AudienceParts(sums, () -> nowMs, this::wake, (material, sum, at) -> told.put(material, sum));
        parts.begin(states);
        return parts;
    }

    private void wake(long atMs, LongConsumer work) {
        alarms.add(work);
        wakeAt = Math.min(wakeAt, atMs);
    }

    /// A second later.
    private Map<String, Contribution> told() {
        nowMs += 1_000;
        return toldNow();
    }

    private Map<String, Contribution> toldNow() {
        told.clear();
        List<LongConsumer> asked = List.copyOf(alarms);
        alarms.clear();
        wakeAt = Long.MAX_VALUE;
        asked.forEach(alarm -> alarm.accept(nowMs));
        return new TreeMap<>(told);
    }

    private void put(String student, String material, WatchState state) {
        states.put(new StudentKey(student, material).bytes(), WatchStateFormat.write(state));
    }

    private static void add(AudienceParts parts, String... materials) {
        for (String material : materials) {
            parts.add(material, Contributions.change(ONE_VIEWER));
        }
    }

    private static Contribution viewers(long viewers, Map<Long, Daily> days) {
        return new Contribution(new Total(viewers, 0, 0, 0, 0, 0, 0, Curves.NONE), new TreeMap<>(days));
    }
}
