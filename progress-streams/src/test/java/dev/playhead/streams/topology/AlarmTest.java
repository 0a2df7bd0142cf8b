package dev.playhead.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private static final long NOW = 1_763_726_400_000L;

    private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
    private final Alarm alarm = new Alarm(context);
    private final List<Long> rung = new ArrayList<>();

    @BeforeEach
    void itIsNow() {
        context.setCurrentSystemTimeMs(NOW);
    }

    @Test
    void it_is_set_for_the_time_by_the_wall_clock() {
        alarm.ask(NOW + 700, rung::add);

        assertThat(context.scheduledPunctuators()).singleElement().satisfies(one -> {
            assertThat(one.getInterval()).isEqualTo(Duration.ofMillis(700));
            assertThat(one.getType()).isEqualTo(PunctuationType.WALL_CLOCK_TIME);
        });
    }

    @Test
    void however_often_it_is_asked_it_rings_once_and_at_the_earliest() {
        alarm.ask(NOW + 700, rung::add);
        alarm.ask(NOW + 800, rung::add);
        alarm.ask(NOW + 700, rung::add);
        assertThat(context.scheduledPunctuators()).hasSize(1);

        alarm.ask(NOW + 200, rung::add);

        assertThat(context.scheduledPunctuators()).hasSize(2);
        assertThat(context.scheduledPunctuators().getFirst().cancelled()).isTrue();
        assertThat(context.scheduledPunctuators().getLast().getInterval()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void what_is_due_or_nearly_has_a_tenth_of_a_second() {
        alarm.ask(NOW - 5_000, rung::add);

        assertThat(context.scheduledPunctuators())
                .singleElement()
                .extracting(CapturedPunctuator::getInterval)
                .isEqualTo(Alarm.APART);
    }

    @Test
    void once_it_is_cleared_it_does_not_ring_and_can_be_set_again() {
        alarm.ask(NOW + 700, rung::add);

        alarm.clear();

        assertThat(context.scheduledPunctuators().getFirst().cancelled()).isTrue();
        alarm.ask(NOW + 800, rung::add);
        assertThat(context.scheduledPunctuators()).hasSize(2);
    }

    @Test
    void when_it_has_rung_it_sleeps_until_it_is_asked_again() {
        alarm.ask(NOW + 700, rung::add);
        CapturedPunctuator first = context.scheduledPunctuators().getFirst();
        first.getPunctuator().punctuate(NOW + 701);

        assertThat(rung).containsExactly(NOW + 701);
        assertThat(first.cancelled()).isTrue();

        alarm.ask(NOW + 1_700, rung::add);
        assertThat(context.scheduledPunctuators()).hasSize(2);
        assertThat(context.scheduledPunctuators().getLast().cancelled()).isFalse();
    }
}
