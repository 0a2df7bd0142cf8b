package dev.playhead.streams.topology;

import dev.playhead.streams.audience.Change;
import dev.playhead.streams.audience.Contribution;
import dev.playhead.streams.audience.Daily;
import dev.playhead.streams.audience.DailyFormat;
import dev.playhead.streams.audience.DayChange;
import dev.playhead.streams.audience.RunningTotal;
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
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/// What the students of one task together add to each material: the first of two steps, so that no
/// material is a hot partition. Its sums are stored with the states that they follow from and told
/// once a second ([Moment]), of each material the total and the days that changed. They are sums and
/// no differences, so that telling one again does no harm: which of them were told is nowhere kept,
/// and at the start all are told.
///
/// A sum that fell to nothing stays, or nobody would learn of it.
final class AudienceParts {
    private static final Sums.Form<RunningTotal> TOTALS = new Sums.Form<>(
            RunningTotal::new, TotalFormat::write, stored -> new RunningTotal(TotalFormat.read(stored)));

    /// Where it stands what the sums count. No material has this id.
    private static final Bytes COUNTED = Bytes.wrap(new byte[] {0});

    private static final Sums.Form<Daily> DAYS =
            new Sums.Form<>(() -> Daily.NONE, DailyFormat::write, DailyFormat::read);

    /// Numbers of eight bytes: half a megabyte for each partition, 200 materials with a curve each.
    private static final long TOTALS_KEPT_MAX = 64_000;

    private static final long DAYS_KEPT_MAX = 1_000;

    private final KeyValueStore<Bytes, byte[]> sums;
    private final Sums<RunningTotal> totals;
    private final Sums<Daily> days;
    private final LongSupplier clock;
    private final Waker waker;
    private final Listener listener;

    private final DayText dayText = new DayText();
    private final Map<String, Untold> untold = new LinkedHashMap<>();

    /// @param clock epoch milliseconds
    AudienceParts(KeyValueStore<Bytes, byte[]> sums, LongSupplier clock, Waker waker, Listener listener) {
        this.sums = sums;
        this.totals = new Sums<>(sums, TOTALS, TOTALS_KEPT_MAX, RunningTotal::size);
        this.days = new Sums<>(sums, DAYS, DAYS_KEPT_MAX, daily -> 1);
        this.clock = clock;
        this.waker = waker;
        this.listener = listener;
    }

    /// After the stores were restored. Where the sums count something else than this release does,
    /// or there are none yet, they are made anew from the states.
    void begin(KeyValueStore<Bytes, byte[]> watchStates) {
        byte[] counted = sums.get(COUNTED);
        if (counted == null || counted[0] != Contribution.COUNTED) {
            recount(watchStates);
        }
        long nowMs = clock.getAsLong();
        forEachKey(key -> {
            if (AudienceKeys.isOfMaterial(key)) {
                untold.put(key, new Untold(nowMs, true));
            }
        });
        // Also where there is nothing to tell: what was counted is to be committed.
        waker.wake(nowMs, this::tell);
    }

    void add(String material, Change change) {
        if (change.isNothing()) {
            return;
        }
        totals.change(material, total -> total.plus(change));
        Untold its = untold.computeIfAbsent(material, this::untold);
        for (DayChange each : change.days()) {
            days.change(AudienceKeys.ofDay(material, dayText.get(each.day())), day -> day.plus(each.amount()));
            its.days().add(each.day());
        }
    }

    private Untold untold(String material) {
        long dueMs = Moment.after(clock.getAsLong(), material);
        waker.wake(dueMs, this::tell);
        return new Untold(dueMs, false);
    }

    /// Tells the sums that changed since they were last told, each in its turn.
    private void tell(long nowMs) {
        untold.entrySet().removeIf(each -> {
            boolean isDue = each.getValue().dueMs() <= nowMs;
            if (isDue) {
                tell(each.getKey(), each.getValue(), nowMs);
            }
            return isDue;
        });
        untold.values().stream().mapToLong(Untold::dueMs).min().ifPresent(dueMs -> waker.wake(dueMs, this::tell));
    }

    private void tell(String material, Untold its, long nowMs) {
        SortedMap<Long, Daily> which = its.isInFull() ? days(material) : days(material, its.days());
        listener.told(material, new Contribution(totals.get(material).total(), which), nowMs);
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
        Map<String, RunningTotal> allTotals = new HashMap<>();
        Map<String, Daily> allDays = new HashMap<>();
        forEachKey(key -> {
            if (AudienceKeys.isOfMaterial(key)) {
                allTotals.put(key, new RunningTotal());
            } else {
                allDays.put(key, Daily.NONE);
            }
        });
        try (KeyValueIterator<Bytes, byte[]> states = watchStates.all()) {
            states.forEachRemaining(each -> {
                String material = StudentKey.of(each.key).item();
                Change its = Change.to(WatchStateFormat.read(each.value));
                if (!its.isNothing()) {
                    allTotals
                            .computeIfAbsent(material, key -> new RunningTotal())
                            .plus(its);
                    for (DayChange day : its.days()) {
                        allDays.merge(AudienceKeys.ofDay(material, dayText.get(day.day())), day.amount(), Daily::plus);
                    }
                }
            });
        }
        allTotals.forEach(totals::put);
        allDays.forEach(days::put);
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

    /// Calls back once, with the time, at the earliest of the times that it is asked for or soon after.
    interface Waker {
        void wake(long atMs, LongConsumer work);
    }

    /// Who is told.
    interface Listener {
        void told(String material, Contribution sum, long nowMs);
    }

    /// @param days which changed
    /// @param isInFull whether all days are to be told
    private record Untold(long dueMs, boolean isInFull, Set<Long> days) {
        Untold(long dueMs, boolean isInFull) {
            this(dueMs, isInFull, new HashSet<>());
        }
    }
}
