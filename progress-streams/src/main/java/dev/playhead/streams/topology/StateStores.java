package dev.playhead.streams.topology;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// The stores. Those of states are on disk, with a compacted changelog; their names are part of
/// the changelogs' names, and cannot change without losing them.
///
/// They hold bytes: what is to be stored is written out before the first of it is stored, so that
/// a state that cannot be written leaves nothing half done. Sums alone are added to as they are stored.
final class StateStores {
    static final String WATCH_STATES = "watch-states";
    static final String COURSE_STATES = "course-states";
    static final String COURSES = "courses";
    static final String SHORTS_SESSIONS = "shorts-sessions";
    static final String AUDIENCE_PARTS = "audience-parts";
    static final String AUDIENCE_SUMS = "audience-sums";

    private StateStores() {}

    /// Without a cache: a commit comes many times a second and a student's next heartbeat seconds later,
    /// so there would be nothing to save.
    static StoreBuilder<KeyValueStore<Bytes, byte[]>> states(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    /// With a cache: what everybody watches has its sums changed thousands of times between two
    /// commits, and what many tasks tell at a time is added up one by one. Only the last goes to the
    /// disk and the changelog.
    static StoreBuilder<KeyValueStore<Bytes, byte[]>> sums(String name) {
        return states(name).withCachingEnabled();
    }

    /// In memory, filled from the catalog at each start, before anything is processed.
    static StoreBuilder<KeyValueStore<String, byte[]>> courses() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(COURSES), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled();
    }
}
