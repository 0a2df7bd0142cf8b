package dev.playhead.bench.memory;

import dev.playhead.testing.parts.PartFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rocksdb.RocksDBException;

/// Where Kafka Streams keeps the stores: application, task, `rocksdb`, store.
record StateDirectory(Path path) {
    private static final int DEPTH = 4;

    /// That store of all tasks.
    StoreOnDisk store(String name) throws IOException, RocksDBException {
        StoreOnDisk all = StoreOnDisk.NONE;
        for (Path directory : directories(name)) {
            all = all.and(StoreOnDisk.compacted(directory));
        }
        if (all.keys() == 0) {
            throw new PartFailedException("There is nothing in the stores " + name + " below " + path);
        }
        return all;
    }

    private List<Path> directories(String name) throws IOException {
        try (Stream<Path> all = Files.walk(path, DEPTH)) {
            return all.filter(Files::isDirectory)
                    .filter(each -> each.endsWith(Path.of("rocksdb", name)))
                    .toList();
        }
    }
}
