package dev.playhead.streams.topology;

import dev.playhead.streams.audience.Contribution;
import dev.playhead.streams.audience.ContributionFormat;
import dev.playhead.streams.progress.WatchStateFormat;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// What the students of one task together add to each material: the first of two steps, so that no
/// material is a hot partition. Its sums are stored with the states that they follow from and told
/// now and then. They are sums and no differences, so that telling one again does no harm: which of
/// them were told is nowhere kept, and at the start all are told.
///
/// A sum that fell to nothing stays, or nobody would learn of it.
final class AudienceParts {
    /// Where it stands what the sums count. No material has this id.
    private static final Bytes COUNTED = Bytes.wrap(new byte[] {0});

    private final KeyValueStore<Bytes, byte[]> sums;
    private final Consumer<LongConsumer> alarm;
    private final Listener listener;
    private final Map<Bytes, Contribution> changes = new HashMap<>();
    private final Set<Bytes> untold = new LinkedHashSet<>();

    /// @param alarm calls back in a while, with the time, however often it is asked to
    AudienceParts(KeyValueStore<Bytes, byte[]> sums, Consumer<LongConsumer> alarm, Listener listener) {
        this.sums = sums;
        this.alarm = alarm;
        this.listener = listener;
    }

    /// After the stores were restored. Where the sums count something else than this release does,
    /// or there are none yet, they are made anew from the states.
    void begin(KeyValueStore<Bytes, byte[]> watchStates) {
        byte[] counted = sums.get(COUNTED);
        if (counted == null || counted[0] != Contribution.COUNTED) {
            recount(watchStates);
        }
        try (KeyValueIterator<Bytes, byte[]> all = sums.all()) {
            all.forEachRemaining(each -> untold.add(each.key));
        }
        untold.remove(COUNTED);
        // Also where there is nothing to tell: what was counted is to be committed.
        alarm.accept(this::tell);
    }

    void change(String material, Contribution before, Contribution after) {
        if (!after.equals(before)) {
            Bytes key = Bytes.wrap(material.getBytes(StandardCharsets.UTF_8));
            Contribution sum = changes.computeIfAbsent(key, this::stored);
            changes.put(key, sum.minus(before).plus(after));
        }
    }

    void store() {
        if (!changes.isEmpty()) {
            changes.forEach((key, sum) -> sums.put(key, ContributionFormat.write(sum)));
            untold.addAll(changes.keySet());
            alarm.accept(this::tell);
        }
        clear();
    }

    void clear() {
        changes.clear();
    }

    /// Tells the sums that changed since they were last told.
    private void tell(long nowMs) {
        for (Bytes key : untold) {
            listener.told(new String(key.get(), StandardCharsets.UTF_8), sums.get(key), nowMs);
        }
        untold.clear();
    }

    private Contribution stored(Bytes key) {
        byte[] stored = sums.get(key);
        return stored == null ? Contribution.NONE : ContributionFormat.read(stored);
    }

    private void recount(KeyValueStore<Bytes, byte[]> watchStates) {
        Map<Bytes, Contribution> all = new HashMap<>();
        try (KeyValueIterator<Bytes, byte[]> known = sums.all()) {
            known.forEachRemaining(each -> all.put(each.key, Contribution.NONE));
        }
        try (KeyValueIterator<Bytes, byte[]> states = watchStates.all()) {
            states.forEachRemaining(each -> all.merge(
                    Bytes.wrap(StudentKey.of(each.key).item().getBytes(StandardCharsets.UTF_8)),
                    Contribution.of(WatchStateFormat.read(each.value)),
                    Contribution::plus));
        }
        all.forEach((key, sum) -> sums.put(key, ContributionFormat.write(sum)));
        sums.put(COUNTED, new byte[] {Contribution.COUNTED});
    }

    /// Who is told.
    interface Listener {
        /// @param sum in its stored form
        void told(String material, byte[] sum, long nowMs);
    }
}
