package dev.playhead.bench.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WriterTest {
    @Test
    void a_statement_has_five_thousand_rows_and_none_twice() {
        List<Standing> twice = Stream.of(1, 2)
                .flatMap(time -> IntStream.range(0, 6_000).mapToObj(student -> standing("s" + student % 4_000, time)))
                .toList();

        List<List<Standing>> statements = Writer.statements(twice);

        assertThat(statements).extracting(List::size).containsExactly(4_000);
        assertThat(statements.getFirst()).allMatch(row -> row.activityOffset() == 2);
        assertThat(Writer.statements(IntStream.range(0, 12_000)
                        .mapToObj(student -> standing("s" + student, 1))
                        .toList()))
                .extracting(List::size)
                .containsExactly(5_000, 5_000, 2_000);
    }

    @Test
    void rows_come_to_the_limit_as_they_are() throws IOException {
        Standing row = standing("ana", 3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        row.write(new DataOutputStream(bytes));

        assertThat(Standing.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(row);
    }

    private static Standing standing(String student, long offset) {
        return new Standing(5, offset, student, "video", 1, 2, 3, 4, 5, 6, 7);
    }
}
