package dev.playhead.bench.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.playhead.bench.stack.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VitalsTest {
    private static final long MB = 1_024 * 1_024;

    @Test
    void a_line_says_what_came_since_the_line_before() {
        Vitals before = vitals(10, 5_000, new Lag.Reach(5_000, 5_000, 5_000));
        Vitals now = vitals(75, 18_000, new Lag.Reach(18_000, 17_900, 17_850));

        assertThat(now.line(before, 123.4))
                .isEqualTo("   1:15     200/s  p99    123 ms  lag    100 + 50     heap ingest-api 24"
                        + "  memory kafka 400  disk log 7");
    }

    @Test
    void the_heap_of_a_service_is_the_sum_of_its_parts() {
        String metrics = """
                # TYPE jvm_memory_used_bytes gauge
                jvm_memory_used_bytes{area="heap",id="Eden Space"} 1.2345678E7
                jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 1000.0
                jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 7.0E7
                """;

        assertThat(Nurse.heapUsedBytes(metrics)).isEqualTo(12_346_678);
    }

    @Test
    void what_the_machine_and_the_virtual_machine_say_of_memory_is_read() {
        String tenured = " Tenured    total 218496K, used 24012K [0x00000000f2aa0000, 0x0000000100000000)";

        assertThat(Memory.usedBytes(tenured)).isEqualTo(24_012 * 1_024);
        assertThat(Memory.pssBytes("Rss:  900 kB\nPss:                 512 kB\nPss_Dirty:  3 kB".lines()))
                .isEqualTo(512 * 1_024);
    }

    @Test
    void of_this_process_there_is_a_live_heap_and_memory() {
        long pid = ProcessHandle.current().pid();

        assertThat(Memory.liveHeapBytes(pid))
                .isPositive()
                .isLessThan(Runtime.getRuntime().maxMemory());
        assertThat(Memory.residentBytes(pid)).isGreaterThan(10 * MB);
    }

    @Test
    void a_directory_takes_what_the_files_below_it_take(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("a/b"));
        Files.write(directory.resolve("one"), new byte[100]);
        Files.write(directory.resolve("a/b/two"), new byte[23]);

        assertThat(Disk.bytes(directory)).isEqualTo(123);
    }

    @Test
    void each_quarter_has_its_own() {
        Quarters quarters = new Quarters(Duration.ofSeconds(40));

        quarters.add(Duration.ofSeconds(10), one(1));
        quarters.add(Duration.ofSeconds(19), one(2));
        quarters.add(Duration.ofSeconds(39), one(3));
        quarters.add(Duration.ofSeconds(41), one(4));

        assertThat(quarters.of(1).getTotalCount()).isZero();
        assertThat(quarters.of(2).getTotalCount()).isEqualTo(2);
        assertThat(quarters.of(3).getTotalCount()).isZero();
        assertThat(quarters.of(4).getMaxValue()).isEqualTo(4);
    }

    private static Histogram one(long value) {
        Histogram histogram = new Histogram(3);
        histogram.recordValue(value);
        return histogram;
    }

    private static Vitals vitals(long atSeconds, long accepted, Lag.Reach reach) {
        return new Vitals(
                atSeconds,
                accepted,
                Map.of("ingest-api", 24 * MB),
                Map.of("kafka", 400 * MB),
                Map.of("log", 7 * MB),
                reach);
    }
}
