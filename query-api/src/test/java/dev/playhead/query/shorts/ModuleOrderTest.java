package dev.playhead.query.shorts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModuleOrderTest {
    private static final long SEED = Long.getLong("playhead.seed", System.nanoTime());
    private static final ModuleOrder ORDER = ModuleOrder.INSTANCE;

    @Test
    void numbers_go_by_their_value_and_before_words() {
        List<String> expected = List.of(
                "1",
                "1.1",
                "1.2",
                "1.2.1",
                "1.9",
                "1.10",
                "1.100",
                "2.1",
                "10.1",
                "99999999999999999999",
                "1a",
                "a",
                "a.1",
                "b");
        List<String> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(SEED));

        shuffled.sort(ORDER);

        assertThat(shuffled).as("-Dplayhead.seed=%d", SEED).isEqualTo(expected);
    }

    @Test
    void what_is_written_differently_is_not_the_same() {
        assertThat(ORDER.compare("1.01", "1.1")).isNegative();
        assertThat(ORDER.compare("1.1", "1.01")).isPositive();
        assertThat(ORDER.compare("1.01", "1.2")).isNegative();
        assertThat(ORDER.compare("1.0", "1.00")).isNotZero();
    }

    @Test
    void it_is_total() {
        Random random = new Random(SEED);
        List<String> some = random.ints(60, 0, 6)
                .mapToObj(length -> random.ints(length, 0, 5)
                        .mapToObj(letter -> String.valueOf("01.a2".charAt(letter)))
                        .reduce("", String::concat))
                .toList();
        for (String a : some) {
            for (String b : some) {
                assertThat(Integer.signum(ORDER.compare(a, b)))
                        .as("-Dplayhead.seed=%d, '%s' and '%s'", SEED, a, b)
                        .isEqualTo(-Integer.signum(ORDER.compare(b, a)))
                        .matches(order -> (order == 0) == a.equals(b));
                assertTransitive(some, a, b);
            }
        }
    }

    private static void assertTransitive(List<String> some, String a, String b) {
        if (ORDER.compare(a, b) < 0) {
            assertThat(some.stream().filter(c -> ORDER.compare(b, c) < 0))
                    .as("-Dplayhead.seed=%d, '%s' before '%s'", SEED, a, b)
                    .allMatch(c -> ORDER.compare(a, c) < 0);
        }
    }
}
