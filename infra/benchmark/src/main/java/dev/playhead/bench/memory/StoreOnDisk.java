package dev.playhead.bench.memory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ConfigOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.LiveFileMetaData;
import org.rocksdb.OptionsUtil;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/// How large a store is once nothing in it is out of date.
///
/// @param keys how many there are
/// @param bytes of its files
record StoreOnDisk(long keys, long bytes) {
    static final StoreOnDisk NONE = new StoreOnDisk(0, 0);

    /// Compacts a store that nobody has open, with the options that it was last written with.
    static StoreOnDisk compacted(Path directory) throws RocksDBException {
        RocksDB.loadLibrary();
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (ConfigOptions reading = new ConfigOptions().setEnv(Env.getDefault());
                DBOptions options = new DBOptions()) {
            OptionsUtil.loadLatestOptions(reading, directory.toString(), options, families);
            try (RocksDB store = RocksDB.open(options, directory.toString(), families, handles)) {
                long keys = 0;
                for (ColumnFamilyHandle family : handles) {
                    store.compactRange(family);
                    keys += keys(store, family);
                }
                long bytes = store.getLiveFilesMetaData().stream()
                        .mapToLong(LiveFileMetaData::size)
                        .sum();
                handles.forEach(ColumnFamilyHandle::close);
                return new StoreOnDisk(keys, bytes);
            }
        }
    }

    StoreOnDisk and(StoreOnDisk other) {
        return new StoreOnDisk(keys + other.keys, bytes + other.bytes);
    }

    private static long keys(RocksDB store, ColumnFamilyHandle family) {
        long keys = 0;
        try (RocksIterator each = store.newIterator(family)) {
            for (each.seekToFirst(); each.isValid(); each.next()) {
                keys++;
            }
        }
        return keys;
    }
}
