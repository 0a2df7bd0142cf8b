package dev.playhead.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.bench.ingest.Sample.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
    @Test
    void a_limit_reads_the_records_that_ours_wrote_in_their_order(@TempDir Path directory) throws IOException {
        Sample sample = new Sample(List.of(
                List.of(new Entry("ana", new byte[] {1, 2}), new Entry("bob", new byte[0])),
                List.of(),
                List.of(new Entry("zoë", new byte[] {3}))));

        List<Entry> read = Sample.read(sample.write(directory.resolve("sample.bin")));

        assertThat(read).extracting(Entry::key).containsExactly("ana", "bob", "zoë");
        assertThat(read).extracting(Entry::value).containsExactly(new byte[] {1, 2}, new byte[0], new byte[] {3});
    }
}
