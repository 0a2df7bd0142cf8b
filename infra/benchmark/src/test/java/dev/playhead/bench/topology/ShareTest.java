package dev.playhead.bench.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.bench.topology.Share.Turns;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void it_is_time_as_often_as_was_seen() {
        assertThat(times(Share.of(25, 2_500, 100))).isEqualTo(250);
        assertThat(times(Share.of(99, 99, 100))).isBetween(989L, 990L);
        assertThat(times(Share.of(0, 0, 100))).isZero();
        assertThat(times(Share.of(100, 0, 100))).isEqualTo(1_000);
    }

    @Test
    void it_can_be_time_more_than_once() {
        Turns turns = new Share(2.5, 100).turns();

        assertThat(Stream.generate(turns::count).limit(4)).containsExactly(2, 3, 2, 3);
    }

    @Test
    void the_limit_is_told_what_was_seen() {
        Share share = Share.of(25, 2_510, 100);
        Traffic traffic = new Traffic(
                share,
                share,
                new Share(1, 77),
                share,
                new Share(0.001, 400),
                new Traffic.Audiences(share, share, new Share(0.01, 600), new Share(4, 300), share, share));
        Properties settings = new Properties();

        traffic.write(settings);

        assertThat(Traffic.read(settings)).isEqualTo(traffic);
        assertThat(share.bytes()).isEqualTo(100);
    }

    private static long times(Share share) {
        Turns turns = share.turns();
        return Stream.generate(turns::next).limit(1_000).filter(is -> is).count();
    }
}
