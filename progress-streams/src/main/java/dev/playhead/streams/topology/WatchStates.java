package dev.playhead.streams.topology;

import dev.playhead.streams.progress.WatchState;
import dev.playhead.streams.progress.WatchStateFormat;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/// The store of all watch states: on disk, and in a compacted changelog.
final class WatchStates {
    static final String NAME = "watch-states";

    private WatchStates() {}

    /// Without a cache: a commit comes every 100 ms and a student's next heartbeat seconds later,
    /// so there would be nothing to save.
    static StoreBuilder<KeyValueStore<WatchKey, WatchState>> store() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), WatchKey.serde(), states())
                .withCachingDisabled();
    }

    private static Serde<WatchState> states() {
        return Serdes.serdeFrom((topic, state) -> write(state), (topic, bytes) -> read(bytes));
    }

    private static byte @Nullable [] write(@Nullable WatchState state) {
        return state == null ? null : WatchStateFormat.write(state);
    }

    private static @Nullable WatchState read(byte @Nullable [] bytes) {
        return bytes == null ? null : WatchStateFormat.read(bytes);
    }
}
