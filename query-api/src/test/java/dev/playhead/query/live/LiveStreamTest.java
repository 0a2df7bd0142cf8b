package dev.playhead.query.live;

import static dev.playhead.query.live.Some.position;
import static dev.playhead.query.live.Some.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.query.live.LiveStream.Taken;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveStreamTest {
    private static final Position FROM = position(Map.of(0, 10L, 1, 20L));
    private Position tail = FROM;
    private final LiveStream stream = new LiveStream(new Scope.OfCourse("demo"), FROM, 3, () -> tail);

    @Test
    void what_came_before_it_began_is_not_told() throws Exception {
        stream.offer(update("ana", "v1", 0, 9));
        stream.offer(update("ana", "v2", 0, 10));
        stream.offer(update("ben", "v1", 1, 19));

        assertThat(told(take())).containsExactly("ana/v2@10");
    }

    @Test
    void of_a_material_the_latest_state_is_told_behind_what_came_meanwhile() throws Exception {
        stream.offer(update("ana", "v1", 0, 10));
        stream.offer(update("ana", "v2", 0, 11));
        stream.offer(update("ana", "v1", 0, 12));

        assertThat(told(take())).containsExactly("ana/v2@11", "ana/v1@12");
    }

    @Test
    void who_goes_on_after_any_of_them_has_missed_nothing() throws Exception {
        stream.offer(update("ana", "v1", 0, 10));
        stream.offer(update("ben", "v1", 1, 25));
        stream.offer(update("ana", "v1", 0, 12));
        tail = position(Map.of(0, 15L, 1, 30L));

        Taken taken = take();

        assertThat(taken.steps())
                .extracting(LiveStream.Step::after)
                .containsExactly(position(Map.of(0, 10L, 1, 26L)), position(Map.of(0, 13L, 1, 26L)));
        assertThat(taken.isAll()).isTrue();
        assertThat(taken.after()).isEqualTo(tail);
    }

    @Test
    void who_is_ahead_of_this_instance_stays_where_it_is() throws Exception {
        tail = position(Map.of(0, 5L, 1, 5L));

        assertThat(take().after()).isEqualTo(FROM);
    }

    @Test
    void who_would_have_more_waiting_than_may_is_cut_off_and_told_nothing_more() throws Exception {
        for (int i = 0; i < 4; i++) {
            assertThat(stream.ending()).isEmpty();
            stream.offer(update("ana", "v" + i, 0, 10 + i));
        }

        assertThat(stream.ending()).hasValue(Ending.SLOW);
        stream.end(Ending.STOPPED);
        stream.offer(update("ana", "v9", 0, 20));
        assertThat(stream.ending()).hasValue(Ending.SLOW);
        assertThat(take().steps()).isEmpty();
    }

    private Taken take() throws InterruptedException {
        return stream.take(TimeUnit.MILLISECONDS.toNanos(1));
    }

    private static List<String> told(Taken taken) {
        return taken.steps().stream()
                .map(step -> step.state().key().text() + "@"
                        + Objects.requireNonNull(step.state().standing()).positionMs())
                .toList();
    }
}
