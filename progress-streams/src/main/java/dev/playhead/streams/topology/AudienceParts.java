package dev.playhead.streams.topology;

import dev.playhead.streams.audience.Contribution;
import dev.playhead.streams.audience.Daily;
import dev.playhead.streams.audience.DailyFormat;
import dev.playhead.streams.audience.Total;
import dev.playhead.streams.audience.TotalFormat;
import dev.playhead.streams.progress.WatchStateFormat;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// What the students of one task together add to each material: the first of two steps, so that no
/// material is a hot partition. Its sums are stored with the states that they follow from and told
/// now and then, of each material the total and the days that changed. They are sums and no
/// differences, so that telling one again does no harm: which of them were told is nowhere kept, and
/// at the start all are told.
///
/// A sum that fell to nothing stays, or nobody would learn of it.
final class AudienceParts {
    static final Sums.Form<Total> TOTALS = new Sums.Form<>(Total.NONE, TotalFormat::write, TotalFormat::read);

    /// Where it stands what the sums count. No material has this id.
    private static final Bytes COUNTED = Bytes.wrap(new byte[] {0});

    private static final Sums.Form<Daily> DAYS = new Sums.Form<>(Daily.NONE, DailyFormat::write, DailyFormat::read);

    /// Numbers of eight bytes: half a megabyte for each partition, 200 materials with a curve each.
    private static final long TOTALS_KEPT_MAX = 64_000;

    private static final long DAYS_KEPT_MAX = 1_000;

    private final KeyValueStore<Bytes, byte[]> sums;
    private final Sums<Total> totals;
    private final Sums<Daily> days;
    private final Consumer<LongConsumer> alarm;
    private final Listener listener;

    /// By material, which days.
    private final Map<String, Set<Long>> changes = new HashMap<>();

    private final Map<String, Set<Long>> untold = new LinkedHashMap<>();

    /// Those that are to be told with all their days.
    private final Set<String> untoldInFull = new HashSet<>();

    /// @param alarm calls back in a while, with the time, however often it is asked to
    AudienceParts(KeyValueStore<Bytes, byte[]> sums, Consumer<LongConsumer> alarm, Listener listener) {
        this.sums = sums;
        this.totals = new Sums<>(sums, TOTALS, TOTALS_KEPT_MAX, Total::size);
        this.days = new Sums<>(sums, DAYS, DAYS_KEPT_MAX, daily -> 1);
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
        forEachKey(key -> {
            if (AudienceKeys.isOfMaterial(key)) {
                untoldInFull.add(key);
                untold.put(key, new HashSet<>());
            }
        });
        // Also where there is nothing to tell: what was counted is to be committed.
        alarm.accept(this::tell);
    }

    /// @param change what a change of a student's state adds
    void change(String material, Contribution change) {
        if (change.isNothing()) {
            return;
        }
        totals.put(material, totals.get(material).plus(change.total()));
        Set<Long> changed = changes.computeIfAbsent(material, _ -> new HashSet<>());
        change.days().forEach((day, daily) -> {
            String key = AudienceKeys.ofDay(material, day);
            days.put(key, days.get(key).plus(daily));
            changed.add(day);
        });
    }

    void store() {
        if (!changes.isEmpty()) {
            totals.store();
            days.store();
            changes.forEach((material, changed) -> untold.merge(material, changed, AudienceParts::both));
            alarm.accept(this::tell);
        }
        clear();
    }

    void clear() {
        changes.clear();
        totals.clear();
        days.clear();
    }

    /// Tells the sums that changed since they were last told.
    private void tell(long nowMs) {
        untold.forEach((material, changed) -> {
            SortedMap<Long, Daily> its = untoldInFull.contains(material) ? days(material) : days(material, changed);
            listener.told(material, new Contribution(totals.get(material), its), nowMs);
        });
        untold.clear();
        untoldInFull.clear();
    }

    private SortedMap<Long, Daily> days(String material) {
        SortedMap<Long, Daily> all = new TreeMap<>();
        days.forEach(AudienceKeys.beforeDays(material), (key, daily) -> all.put(AudienceKeys.day(key), daily));
        return all;
    }

    private SortedMap<Long, Daily> days(String material, Set<Long> which) {
        SortedMap<Long, Daily> some = new TreeMap<>();
        which.forEach(day -> some.put(day, days.get(AudienceKeys.ofDay(material, day))));
        return some;
    }

    private void recount(KeyValueStore<Bytes, byte[]> watchStates) {
        forEachKey(key -> {
            if (AudienceKeys.isOfMaterial(key)) {
                totals.put(key, Total.NONE);
            } else {
                days.put(key, Daily.NONE);
            }
        });
        try (KeyValueIterator<Bytes, byte[]> states = watchStates.all()) {
            states.forEachRemaining(
                    each -> change(StudentKey.of(each.key).item(), Contribution.of(WatchStateFormat.read(each.value))));
        }
        totals.store();
        days.store();
        clear();
        sums.put(COUNTED, new byte[] {Contribution.COUNTED});
    }

    private void forEachKey(Consumer<String> each) {
        try (KeyValueIterator<Bytes, byte[]> all = sums.all()) {
            all.forEachRemaining(one -> {
                if (!one.key.equals(COUNTED)) {
                    each.accept(Sums.text(one.key));
                }
            });
        }
    }

    private static Set<Long> both(Set<Long> some, Set<Long> more) {
        some.addAll(more);
        return some;
    }

    /// Who is told.
    interface Listener {
        void told(String material, Contribution sum, long nowMs);
    }
}
