package dev.playhead.streams.engine;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/// One bound on the memory of all stores together. Left alone, each store takes its own: a
/// partition more would be 100 MB more.
public final class StoreMemory implements RocksDBConfigSetter {
    static final String BYTES = "playhead.streams.memory";

    private static final int SHARDS_BY_SIZE = -1;
    /// Indexes and filters stand in the cache too, but are the last to leave it.
    private static final double SHARE_OF_INDEXES = 0.2;
    /// Of the whole, what was written and is not yet in a file.
    private static final int WRITTEN_PART = 2;
    private static final long WRITE_BUFFER_BYTES = 2L * 1024 * 1024;
    /// What a store takes at a time. By default it is an eighth of its buffer, which for some hundred stores
    /// that hold little would be more than all may have: each of their records would be a file.
    private static final long ARENA_BLOCK_BYTES = 32L * 1024;

    private static @Nullable Shared shared;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> config) {
        Shared memory = shared((Long) Objects.requireNonNull(config.get(BYTES), BYTES));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(memory.written());
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setArenaBlockSize(ARENA_BLOCK_BYTES);
    }

    /// What is shared stays for the other stores, and for those to come.
    @Override
    public void close(String store, Options options) {}

    private static synchronized Shared shared(long bytes) {
        if (shared == null) {
            RocksDB.loadLibrary();
            Cache cache = new LRUCache(bytes, SHARDS_BY_SIZE, false, SHARE_OF_INDEXES);
            shared = new Shared(cache, new WriteBufferManager(bytes / WRITTEN_PART, cache));
        }
        return shared;
    }

    private record Shared(Cache cache, WriteBufferManager written) {}
}
