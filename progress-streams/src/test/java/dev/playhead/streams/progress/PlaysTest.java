package dev.playhead.streams.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaysTest {
    private static final Plays TEN = Plays.NONE.of(10_000);

    @ParameterizedTest(name = "{0} ms have {1} parts")
    @CsvSource({"1, 1", "999, 1", "1999, 1", "2000, 2", "99999, 99", "100000, 100", "7200000, 100"})
    void there_are_a_hundred_parts_and_none_of_them_is_under_a_second(long durationMs, int parts) {
        assertThat(Plays.NONE.of(durationMs).counts()).hasSize(parts);
    }

    @Test
    void a_part_is_played_when_its_middle_is() {
        assertThat(TEN.with(List.of(new Span(0, 500))).counts()[0]).isZero();
        assertThat(TEN.with(List.of(new Span(0, 501))).counts()[0]).isEqualTo(1);
        assertThat(TEN.with(List.of(new Span(500, 501))).counts()[0]).isEqualTo(1);
        assertThat(TEN.with(List.of(new Span(501, 1_500))).counts()).containsOnly(0);
    }

    @Test
    void spans_that_meet_within_a_part_play_it_once_and_repeats_play_it_again() {
        Plays plays = TEN.with(List.of(new Span(0, 2_400), new Span(2_400, 10_000), new Span(3_000, 5_000)));

        assertThat(plays.counts()).containsExactly(1, 1, 1, 2, 2, 1, 1, 1, 1, 1);
    }

    @Test
    void a_longer_material_keeps_what_was_played_of_it() {
        Plays longer = TEN.with(List.of(new Span(0, 5_000))).of(20_000);

        assertThat(longer.counts()).containsExactly(1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(longer.durationMs()).isEqualTo(20_000);
        assertThat(longer.of(10_000)).isEqualTo(TEN.with(List.of(new Span(0, 5_000))));
    }

    @Test
    void what_was_played_stays_where_it_was_though_the_parts_become_longer() {
        int[] counts = Plays.NONE
                .of(200_000)
                .with(List.of(new Span(0, 100_000)))
                .of(400_000)
                .counts();

        assertThat(Arrays.stream(counts).limit(25)).containsOnly(1);
        assertThat(Arrays.stream(counts).skip(25)).hasSize(75).containsOnly(0);
    }

    @Test
    void a_part_whose_middle_was_the_end_was_not_played() {
        Plays longer = Plays.NONE.of(10_500).with(List.of(new Span(0, 10_500))).of(20_000);

        assertThat(longer.counts()).startsWith(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0);
    }

    @Test
    void without_a_length_there_are_none() {
        assertThat(TEN.with(List.of(new Span(0, 5_000))).of(0)).isEqualTo(Plays.NONE);
    }

    @Test
    void what_lies_behind_the_end_is_nowhere() {
        assertThat(TEN.with(List.of(new Span(9_000, 90_000), new Span(20_000, 30_000)))
                        .counts())
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    }
}
