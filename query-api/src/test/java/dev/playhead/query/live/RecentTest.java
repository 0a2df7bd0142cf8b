package dev.playhead.query.live;

import static dev.playhead.query.live.Some.position;
import static dev.playhead.query.live.Some.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.catalog.Courses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentTest {
    private static final Scope ANA = new Scope.OfStudent("ana");
    private static final Courses NO_COURSES = new Courses(Map.of(), Map.of(), 0);
    private final Recent recent = new Recent(3);

    RecentTest() {
        recent.begin(position(Map.of(0, 100L, 1, 200L)));
    }

    @Test
    void it_goes_back_to_where_it_began_and_no_further() {
        assertThat(recent.goesBackTo(position(Map.of(0, 100L)))).isTrue();
        assertThat(recent.goesBackTo(position(Map.of(0, 99L)))).isFalse();
        assertThat(recent.goesBackTo(position(Map.of(0, 100L, 1, 199L)))).isFalse();
    }

    @Test
    void a_later_change_of_the_same_costs_no_memory() {
        for (int i = 0; i < 100; i++) {
            recent.add(update("ana", "v" + i % 3, 0, 100 + i));
        }

        assertThat(recent.goesBackTo(position(Map.of(0, 100L)))).isTrue();
        assertThat(since(100)).containsExactly(197L, 198L, 199L);
        assertThat(since(198)).containsExactly(198L, 199L);
    }

    @Test
    void what_was_forgotten_is_not_claimed() {
        recent.add(update("ana", "v1", 0, 100));
        recent.add(update("ben", "v1", 1, 200));
        recent.add(update("ana", "v2", 0, 101));
        recent.add(update("ana", "v3", 0, 102));

        assertThat(recent.size()).isEqualTo(3);
        assertThat(recent.goesBackTo(position(Map.of(0, 100L)))).isFalse();
        assertThat(recent.goesBackTo(position(Map.of(0, 101L, 1, 200L)))).isTrue();
        assertThat(since(0)).containsExactly(101L, 102L);
    }

    @Test
    void whatever_comes_it_tells_all_that_it_claims() {
        long seed = Long.getLong("playhead.seed", new Random().nextLong());
        System.out.println("RecentTest: seed " + seed);
        Random random = new Random(seed);
        Map<Integer, Update> latest = new HashMap<>();
        for (long offset = 100; offset < 2_000; offset++) {
            int video = random.nextInt(8);
            latest.put(video, update("ana", "v" + video, 0, offset));
            recent.add(update("ana", "v" + video, 0, offset));
            long from = 100 + random.nextLong(offset - 99);
            if (recent.goesBackTo(position(Map.of(0, from)))) {
                assertThat(since(from))
                        .containsExactlyElementsOf(latest.values().stream()
                                .filter(each -> each.offset() >= from)
                                .map(Update::offset)
                                .sorted()
                                .toList());
            }
        }
    }

    private List<Long> since(long from) {
        return recent.since(position(Map.of(0, from)), ANA, NO_COURSES).stream()
                .map(Update::offset)
                .toList();
    }
}
