package dev.playhead.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void it_goes_on_as_long_as_it_gets_faster() throws Exception {
        Iterator<Double> rates =
                List.of(100.0, 200.0, 201.0, 300.0, 290.0, 310.0, 400.0).iterator();

        // 310 is hardly more than 300, and the second in a row.
        assertThat(WarmUp.run("it", said -> {}, rates::next)).isEqualTo(310);
        assertThat(rates.next()).isEqualTo(400);
    }

    @Test
    void it_does_not_go_on_for_ever() throws Exception {
        Iterator<Double> rates = Stream.iterate(1.0, rate -> 2 * rate).iterator();
        List<String> said = new ArrayList<>();

        assertThat(WarmUp.run("it", said::add, rates::next)).isEqualTo(2048);
        assertThat(said).startsWith("Warming up: it", "  1 a second").hasSize(13);
    }

    @Test
    void what_takes_more_turns_is_given_more() throws Exception {
        Iterator<Double> rates = Stream.iterate(1.0, rate -> 2 * rate).iterator();

        assertThat(WarmUp.run("it", said -> {}, 14, 2, rates::next)).isEqualTo(8192);
    }

    @Test
    void what_goes_up_and_down_is_given_more_time_to_get_faster() throws Exception {
        Iterator<Double> rates =
                Stream.of(100.0, 90.0, 80.0, 200.0, 1.0, 1.0, 1.0).iterator();

        assertThat(WarmUp.run("it", said -> {}, 14, 3, rates::next)).isEqualTo(200);
        assertThat(rates).isExhausted();
    }
}
