package dev.playhead.streams.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.streams.progress.StoredFormException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class StoredSumsTest {
    private static final Curve TWO = new Curve(2, new long[] {3, 1, 400, -7, 0, Long.MAX_VALUE});
    private static final Curve THREE = new Curve(3, new long[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
    private static final Total TOTAL =
            new Total(1_000_000, 5, 300, Long.MAX_VALUE, Long.MIN_VALUE, 0, 7, new Curves(List.of(TWO, THREE)));
    private static final Daily DAILY = new Daily(1, 2, 3, 86_400_000);
    private static final Contribution CONTRIBUTION =
            new Contribution(TOTAL, new TreeMap<>(Map.of(20_778L, DAILY, -1L, new Daily(0, 0, -1, 0))));

    /// As it is on the disks and in the topics of those who run it.
    private static final String TOTAL_1 =
            "0180897ad804000e0afeffffffffffffffff01ffffffffffffffffff0102020602a0060d00feffffffffffffffff010302040608"
                    + "0a0c0e1012";

    private static final String DAILY_1 = "0102040680f0b252";

    @Test
    void each_is_read_as_it_was_written() {
        assertThat(TotalFormat.read(TotalFormat.write(TOTAL))).isEqualTo(TOTAL);
        assertThat(TotalFormat.read(TotalFormat.write(Total.NONE))).isEqualTo(Total.NONE);
        assertThat(DailyFormat.read(DailyFormat.write(DAILY))).isEqualTo(DAILY);
        assertThat(ContributionFormat.read(ContributionFormat.write(CONTRIBUTION)))
                .isEqualTo(CONTRIBUTION);
    }

    @Test
    void the_stored_forms_do_not_change() {
        assertThat(hex(TotalFormat.write(TOTAL))).isEqualTo(TOTAL_1);
        assertThat(hex(DailyFormat.write(DAILY))).isEqualTo(DAILY_1);
        assertThat(hex(ContributionFormat.write(CONTRIBUTION)))
                .isEqualTo(TOTAL_1 + "04" + "01" + "00000100" + "d4c402" + DAILY_1.substring(2));
    }

    @Test
    void a_hundred_buckets_of_many_viewers_are_a_few_hundred_bytes() {
        long[] numbers = new long[300];
        Arrays.fill(numbers, 5_000);
        Total total = new Total(1, 1, 1, 1, 1, 1, 1, new Curves(List.of(new Curve(100, numbers))));

        assertThat(TotalFormat.write(total)).hasSizeLessThan(620);
        assertThat(TotalFormat.read(TotalFormat.write(total))).isEqualTo(total);
    }

    @Test
    void what_is_cut_short_or_longer_or_newer_is_refused() {
        assertThatOthersAreRefused(TotalFormat.write(TOTAL), TotalFormat::read, 2);
        assertThatOthersAreRefused(DailyFormat.write(DAILY), DailyFormat::read, 2);
        assertThatOthersAreRefused(ContributionFormat.write(CONTRIBUTION), ContributionFormat::read, 2);
    }

    @Test
    void a_curve_that_cannot_be_is_refused() {
        byte[] stored = bytes(TOTAL_1);
        stored[stored.length - 10] = 0;

        assertThatThrownBy(() -> TotalFormat.read(stored))
                .isInstanceOf(StoredFormException.class)
                .hasMessageContaining("0 buckets");
    }

    private static void assertThatOthersAreRefused(byte[] stored, Function<byte[], ?> read, int newer) {
        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatThrownBy(() -> read.apply(cut)).isInstanceOf(StoredFormException.class);
        }
        assertThatThrownBy(() -> read.apply(Arrays.copyOf(stored, stored.length + 1)))
                .hasMessageContaining("1 bytes more");
        byte[] ofNewer = stored.clone();
        ofNewer[0] = (byte) newer;
        assertThatThrownBy(() -> read.apply(ofNewer)).hasMessageContaining("version " + newer);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
