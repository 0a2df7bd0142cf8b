package dev.playhead.testing.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final Mishap OFTEN = new Mishap(0.3, Duration.ofSeconds(25));

    @Test
    void a_perfect_one_delivers_each_report_as_it_is_said() {
        assertThat(deliveries(Network.PERFECT))
                .isNotEmpty()
                .allMatch(delivery -> delayOf(delivery).isZero())
                .doesNotHaveDuplicates();
    }

    @Test
    void delays_hold_up_and_keep_the_order() {
        List<Delivery> deliveries = deliveries(new Network(OFTEN, Mishap.NEVER, Mishap.NEVER));

        assertThat(sequences(deliveries)).isSorted().doesNotHaveDuplicates();
        assertThat(deliveries).anyMatch(delivery -> delayOf(delivery).isPositive());
    }

    @Test
    void overtaken_reports_come_out_of_order_and_within_the_bound() {
        List<Delivery> deliveries = deliveries(new Network(Mishap.NEVER, OFTEN, Mishap.NEVER));

        assertThat(sequences(deliveries).boxed().sorted().toList())
                .isNotEqualTo(sequences(deliveries).boxed().toList());
        assertThat(deliveries).allMatch(delivery -> delayOf(delivery).compareTo(OFTEN.max()) <= 0);
    }

    @Test
    void repeats_bring_the_same_report_again() {
        List<Delivery> deliveries = deliveries(new Network(Mishap.NEVER, Mishap.NEVER, OFTEN));

        assertThat(sequences(deliveries).distinct().count()).isLessThan(deliveries.size());
        assertThat(deliveries.stream().map(Delivery::report).distinct())
                .hasSize((int) sequences(deliveries).distinct().count());
    }

    @Test
    void none_loses_a_report() {
        assertThat(sequences(deliveries(new Network(OFTEN, OFTEN, OFTEN))).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        sequences(deliveries(Network.PERFECT)).boxed().toList());
    }

    private static List<Delivery> deliveries(Network network) {
        Student student = Some.student();
        Interval all = new Interval(0, Some.VIDEO.durationMs());
        Sitting sitting =
                new Viewing(student, Some.VIDEO, student.devices().getFirst(), all, Some.START, Some.dice()).watch();
        return network.carry(sitting, Some.dice());
    }

    private static LongStream sequences(List<Delivery> deliveries) {
        return deliveries.stream()
                .mapToLong(delivery -> Objects.requireNonNull(delivery.report().sequence()));
    }

    private static Duration delayOf(Delivery delivery) {
        return Duration.between(Objects.requireNonNull(delivery.report().occurredAt()), delivery.receivedAt());
    }
}
