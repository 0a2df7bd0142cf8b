package dev.playhead.bench.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Backlog backlog = new Backlog(Map.of(0, 100L, 1, 0L, 2, 7L), Map.of(0, 50L, 1, 10L));

    @Test
    void what_was_there_before_it_and_what_comes_after_it_is_none_of_it() {
        assertThat(backlog.size()).isEqualTo(60);
        assertThat(backlog.before(Map.of())).isZero();
        assertThat(backlog.before(Map.of(0, 90L, 1, 3L))).isEqualTo(3);
        assertThat(backlog.before(Map.of(0, 120L, 1, 10L))).isEqualTo(30);
        assertThat(backlog.before(Map.of(0, 151L, 1, 11L, 2, 9L))).isEqualTo(60);
    }
}
