package dev.playhead.streams.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void what_came_from_anywhere_commands_no_terminal() {
        assertThat(Text.of("ana\u001b[2J\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("ana\\u001b[2J\\u000a");
        assertThat(Text.of(new byte[] {(byte) 0xff, 1})).isEqualTo("0xff01");
        assertThat(Text.of(null)).isEqualTo("-");
    }

    @Test
    void many_numbers_are_counted() {
        List<Long> numbers = LongStream.range(0, 23).boxed().toList();

        assertThat(Text.numbers(numbers.subList(0, 3))).isEqualTo("0, 1, 2");
        assertThat(Text.numbers(numbers)).endsWith(", 18, 19 and 3 more");
    }

    @Test
    void bytes_are_shown_sixteen_a_line() {
        byte[] bytes = "0123456789abcdef\u0000Z".getBytes(StandardCharsets.US_ASCII);

        assertThat(HexDump.lines(bytes))
                .containsExactly(
                        "00000000  30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  |0123456789abcdef|",
                        "00000010  00 5a                                            |.Z|");
        assertThat(HexDump.lines(new byte[0])).isEmpty();
    }
}
