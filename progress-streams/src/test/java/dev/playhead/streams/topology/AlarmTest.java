package dev.playhead.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private final MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
    private final Alarm alarm = new Alarm(context);
    private final List<Long> rung = new ArrayList<>();

    @Test
    void however_often_it_is_asked_it_rings_once() {
        alarm.ask(rung::add);
        alarm.ask(rung::add);

        assertThat(context.scheduledPunctuators()).singleElement().satisfies(one -> {
            assertThat(one.getInterval()).isEqualTo(Alarm.SOON);
            assertThat(one.getType()).isEqualTo(PunctuationType.WALL_CLOCK_TIME);
        });
    }

    @Test
    void when_it_has_rung_it_sleeps_until_it_is_asked_again() {
        alarm.ask(rung::add);
        CapturedPunctuator first = context.scheduledPunctuators().getFirst();
        first.getPunctuator().punctuate(1_000);

        assertThat(rung).containsExactly(1_000L);
        assertThat(first.cancelled()).isTrue();

        alarm.ask(rung::add);
        assertThat(context.scheduledPunctuators()).hasSize(2);
        assertThat(context.scheduledPunctuators().getLast().cancelled()).isFalse();
    }
}
