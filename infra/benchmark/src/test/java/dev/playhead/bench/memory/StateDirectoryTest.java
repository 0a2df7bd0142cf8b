package dev.playhead.bench.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.testing.parts.PartFailedException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

class StateDirectoryTest {
    private static final int KEYS = 10_000;
    private static final int BYTES = 100;
    private static final int TIMES = 3;

    @Test
    void what_was_written_over_is_not_counted_and_all_tasks_are(@TempDir Path state) throws Exception {
        for (String task : new String[] {"0_0", "0_1"}) {
            write(state.resolve("playhead.progress-streams").resolve(task).resolve("rocksdb/watch-states"));
        }
        write(state.resolve("playhead.progress-streams/0_0/rocksdb/course-states"));

        StoreOnDisk store = new StateDirectory(state).store("watch-states");

        assertThat(store.keys()).isEqualTo(2 * KEYS);
        assertThat((double) store.bytes() / store.keys()).isBetween(BYTES + 4.0, BYTES + 20.0);
    }

    @Test
    void nothing_is_no_measurement(@TempDir Path state) {
        assertThatThrownBy(() -> new StateDirectory(state).store("watch-states"))
                .isInstanceOf(PartFailedException.class);
    }

    /// Each key several times, as states are, and each time in another file.
    private static void write(Path directory) throws Exception {
        Files.createDirectories(directory);
        try (Options options =
                        new Options().setCreateIfMissing(true).setCompressionType(CompressionType.NO_COMPRESSION);
                FlushOptions whole = new FlushOptions();
                RocksDB store = RocksDB.open(options, directory.toString())) {
            for (int time = 0; time < TIMES; time++) {
                for (int key = 0; key < KEYS; key++) {
                    store.put(ByteBuffer.allocate(Integer.BYTES).putInt(key).array(), new byte[BYTES]);
                }
                store.flush(whole);
            }
        }
    }
}
