package dev.playhead.streams.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class StoreMemoryTest {
    private static final int STORES = 100;
    private static final int RECORDS = 40;
    private static final long MEMORY_BYTES = 16L * 1024 * 1024;

    /// As an instance has them that took over the partitions of others.
    @Test
    void of_many_stores_that_hold_little_none_is_written_to_disk(@TempDir Path directory) throws RocksDBException {
        List<RocksDB> stores = new ArrayList<>();
        try (Options options = new Options().setCreateIfMissing(true)) {
            options.setTableFormatConfig(new BlockBasedTableConfig());
            new StoreMemory().setConfig("store", options, Map.of(StoreMemory.BYTES, MEMORY_BYTES));
            for (int store = 0; store < STORES; store++) {
                stores.add(RocksDB.open(
                        options, directory.resolve("store-" + store).toString()));
            }
            for (int record = 0; record < RECORDS; record++) {
                for (RocksDB store : stores) {
                    store.put(ByteBuffer.allocate(4).putInt(record).array(), new byte[100]);
                }
            }

            for (RocksDB store : stores) {
                assertThat(store.getLiveFiles(false).files).noneMatch(file -> file.endsWith(".sst"));
            }
        } finally {
            stores.forEach(RocksDB::close);
        }
    }
}
