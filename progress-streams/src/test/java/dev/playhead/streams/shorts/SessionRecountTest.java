package dev.playhead.streams.shorts;

import static dev.playhead.streams.shorts.Sights.sight;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.schemas.event.Swipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Sessions are what the list of heartbeats says, in whatever order they come and however often.
class SessionRecountTest {
    private static final int HISTORIES = 500;
    private static final int SIGHTS_MAX = 60;
    private static final int SHORTS = 5;
    private static final List<Swipe> SWIPES = List.of(Swipe.UP, Swipe.DOWN, Swipe.UNKNOWN);
    /// In all, so that those of one short are all remembered.
    private static final int SWIPES_MAX = 8;

    private final long seed = Long.getLong("playhead.seed", System.nanoTime());

    @Test
    void in_any_order_and_with_replays_they_are_what_a_recount_gives() {
        System.out.println("-Dplayhead.seed=" + seed);
        int several = 0;
        for (int history = 0; history < HISTORIES; history++) {
            Random dice = new Random(seed + history);
            List<Sight> sights = history(dice);
            List<String> recount =
                    sittings(sights).stream().map(SessionRecountTest::said).toList();
            several += recount.size() > 2 ? 1 : 0;

            assertThat(said(Sittings.of(arriving(sights, dice))))
                    .as("-Dplayhead.seed=%d, history %d: %s", seed, history, sights)
                    .isEqualTo(recount);
        }
        assertThat(several).as("histories of several sessions").isGreaterThan(HISTORIES / 10);
    }

    @Test
    void without_some_shorts_they_are_what_a_recount_of_the_others_gives() {
        for (int history = 0; history < HISTORIES; history++) {
            Random dice = new Random(seed + history);
            List<Sight> sights = history(dice);
            Set<String> gone =
                    Stream.of(dice.nextInt(SHORTS), SHORTS).map(i -> "s" + i).collect(Collectors.toSet());
            Sittings sittings = Sittings.of(arriving(sights, dice));
            sittings.takeOut(gone);

            assertThat(said(sittings))
                    .as("-Dplayhead.seed=%d, history %d without %s: %s", seed, history, gone, sights)
                    .isEqualTo(sittings(sights).stream()
                            .peek(sitting -> sitting.removeIf(sight -> gone.contains(sight.material())))
                            .filter(sitting -> !sitting.isEmpty())
                            .map(SessionRecountTest::said)
                            .toList());
        }
    }

    private static List<Sight> history(Random dice) {
        double minute = 0;
        int swipes = 0;
        List<Sight> sights = new ArrayList<>();
        for (int i = dice.nextInt(SIGHTS_MAX); i >= 0; i--) {
            // At the edge of what parts sessions rather often.
            minute += dice.nextInt(8) == 0 ? 29.5 + dice.nextInt(3) / 2.0 : 0.1 + dice.nextInt(50) / 10.0;
            Sights sight = sight("s" + dice.nextInt(SHORTS), minute).watched(dice.nextInt(10_000));
            if (dice.nextInt(4) == 0) {
                sight.completing();
            }
            if (dice.nextInt(4) == 0 && swipes++ < SWIPES_MAX) {
                sight.left(SWIPES.get(dice.nextInt(SWIPES.size())));
            }
            sights.add(sight.build());
        }
        return sights;
    }

    /// Shuffled, and some of it again; what comes again is credited nothing, as the fold has it.
    private static List<Sight> arriving(List<Sight> sights, Random dice) {
        List<Sight> all = new ArrayList<>(sights);
        sights.stream().filter(sight -> dice.nextInt(3) == 0).forEach(all::add);
        Collections.shuffle(all, dice);
        Set<String> known = new HashSet<>();
        return all.stream()
                .map(sight -> known.add(sight.eventId()) ? sight : again(sight))
                .toList();
    }

    private static Sight again(Sight sight) {
        return new Sight(sight.material(), sight.at(), 0, sight.isCompletion(), sight.swipe(), sight.eventId());
    }

    private static List<List<Sight>> sittings(List<Sight> sights) {
        List<List<Sight>> sittings = new ArrayList<>();
        for (Sight sight : sights) {
            if (sittings.isEmpty() || sight.at() > sittings.getLast().getLast().at() + 30 * 60_000) {
                sittings.add(new ArrayList<>());
            }
            sittings.getLast().add(sight);
        }
        return sittings;
    }

    private static String said(List<Sight> sitting) {
        return List.of(
                        sitting.getFirst().at(),
                        sitting.getLast().at(),
                        sitting.stream()
                                .map(Sight::material)
                                .distinct()
                                .sorted()
                                .toList(),
                        sitting.stream()
                                .filter(Sight::isCompletion)
                                .map(Sight::material)
                                .distinct()
                                .count(),
                        sitting.stream()
                                .filter(sight -> sight.swipe() == Swipe.UP)
                                .count(),
                        sitting.stream()
                                .filter(sight -> sight.swipe() == Swipe.DOWN)
                                .count(),
                        sitting.stream().mapToLong(Sight::watchedMs).sum(),
                        sitting.stream()
                                .max(Comparator.comparingLong(Sight::at))
                                .orElseThrow()
                                .material())
                .toString();
    }

    private static List<String> said(Sittings sittings) {
        return sittings.all().stream()
                .map(session -> List.of(
                                session.startedAt(),
                                session.lastSeenAt(),
                                List.copyOf(session.shorts().keySet()),
                                session.completed(),
                                session.swipesUp(),
                                session.swipesDown(),
                                session.watchedMs(),
                                session.current())
                        .toString())
                .toList();
    }
}
