package dev.playhead.streams.progress;

import java.util.ArrayList;
import java.util.List;

/// By which events something was counted last, so that one that comes again counts once. Clients
/// try again within seconds, and no more than a few events lie between.
///
/// @param hashes of their ids, as they came
public record RecentEvents(List<Long> hashes) {
    public static final int MAX = 8;
    public static final RecentEvents NONE = new RecentEvents(List.of());

    public RecentEvents {
        hashes = List.copyOf(hashes);
    }

    public boolean has(String eventId) {
        return hashes.contains(StableHash.of(eventId));
    }

    public RecentEvents with(String eventId) {
        return and(new RecentEvents(List.of(StableHash.of(eventId))));
    }

    /// The last of both.
    public RecentEvents and(RecentEvents later) {
        List<Long> all = new ArrayList<>(hashes);
        all.addAll(later.hashes);
        return new RecentEvents(all.subList(Math.max(0, all.size() - MAX), all.size()));
    }

    public void write(StoredBytes bytes) {
        bytes.octet(hashes.size());
        hashes.forEach(bytes::fixed);
    }

    public static RecentEvents read(StoredReader bytes) {
        int count = bytes.octet();
        if (count < 0 || count > MAX) {
            throw new StoredFormException("A stored state remembers " + count + " events");
        }
        List<Long> hashes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            hashes.add(bytes.fixed());
        }
        return new RecentEvents(hashes);
    }
}
