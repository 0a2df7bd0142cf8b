package dev.playhead.streams.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.BufferUnderflowException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StoredReaderTest {
    /// Either side of each length, and of the sign.
    private static final long[] NUMBERS = {
        0, 1, -1, 63, -64, 64, -65, 8_191, -8_192, 8_192, -8_193, 1_795_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE
    };

    @Test
    void numbers_are_read_as_they_were_written() {
        StoredBytes bytes = new StoredBytes();
        for (long number : NUMBERS) {
            bytes.number(number);
        }
        bytes.numbers(NUMBERS);

        StoredReader reader = new StoredReader(bytes.toArray());

        for (int twice = 0; twice < 2; twice++) {
            for (long number : NUMBERS) {
                assertThat(reader.number()).isEqualTo(number);
            }
        }
        assertThat(reader.hasRemaining()).isFalse();
    }

    @Test
    void the_room_grows_with_what_is_written() {
        long[] many = new long[1_000];
        Arrays.setAll(many, i -> Long.MAX_VALUE >> (i % 5));
        StoredBytes bytes = new StoredBytes();
        bytes.numbers(many);
        for (long number : many) {
            bytes.fixed(number);
        }

        StoredReader reader = new StoredReader(bytes.toArray());

        for (long number : many) {
            assertThat(reader.number()).isEqualTo(number);
        }
        for (long number : many) {
            assertThat(reader.fixed()).isEqualTo(number);
        }
        assertThat(reader.remaining()).isZero();
    }

    @Test
    void each_kind_takes_what_is_its_own() {
        StoredReader reader = reader("ff" + "03" + "feffffff0f" + "0123456789abcdef" + "06" + "61c3bc" + "00" + "7f");

        assertThat(reader.octet()).isEqualTo((byte) -1);
        assertThat(reader.number()).isEqualTo(-2);
        assertThat(reader.integer()).isEqualTo(Integer.MAX_VALUE);
        assertThat(reader.fixed()).isEqualTo(0x0123456789abcdefL);
        assertThat(reader.text()).isEqualTo("aü");
        assertThat(reader.text()).isEmpty();
        assertThat(reader.remaining()).isEqualTo(1);
        assertThat(reader.hasRemaining()).isTrue();
    }

    @Test
    void less_than_none_is_none() {
        assertThat(reader("01").count(1)).isZero();
        assertThat(reader("ff").few()).isZero();
    }

    @Nested
    class Refused {
        @Test
        void what_ends_before_it_is_read() {
            assertThatEndIsSeen("", StoredReader::octet);
            assertThatEndIsSeen("", StoredReader::few);
            assertThatEndIsSeen("", StoredReader::number);
            assertThatEndIsSeen("ff80", StoredReader::number);
            assertThatEndIsSeen("01234567890abc", StoredReader::fixed);
            assertThatEndIsSeen("", StoredReader::text);
        }

        @Test
        void more_than_there_can_be() {
            assertThat(reader("04" + "010203010203").count(3)).isEqualTo(2);
            assertThatEndIsSeen("04" + "0102030102", bytes -> bytes.count(3));
            assertThatEndIsSeen("feffffffffffffffff01", bytes -> bytes.count(1));
        }

        @Test
        void a_number_of_more_than_ten_bytes() {
            assertThatThrownBy(() -> reader("ffffffffffffffffffff" + "01").number())
                    .isInstanceOf(StoredFormException.class)
                    .hasMessageContaining("more than 10 bytes");
        }

        @Test
        void a_number_that_is_too_large_for_an_integer() {
            assertThatThrownBy(() -> reader("8080808010").integer()).isInstanceOf(ArithmeticException.class);
        }

        @Test
        void a_text_that_is_longer_than_what_is_there() {
            assertThatThrownBy(() -> reader("06" + "6161").text())
                    .isInstanceOf(StoredFormException.class)
                    .hasMessageContaining("3 bytes, there are 2");
            assertThatThrownBy(() -> reader("01" + "6161").text())
                    .isInstanceOf(StoredFormException.class)
                    .hasMessageContaining("-1 bytes");
            assertThatThrownBy(() -> reader("feffffffffffffffff01").text()).isInstanceOf(StoredFormException.class);
        }

        private static void assertThatEndIsSeen(String stored, Consumer<StoredReader> read) {
            assertThatThrownBy(() -> read.accept(reader(stored))).isInstanceOf(BufferUnderflowException.class);
        }
    }

    private static StoredReader reader(String stored) {
        return new StoredReader(HexFormat.of().parseHex(stored));
    }
}
