package dev.playhead.streams.topology;

import dev.playhead.streams.audience.Contribution;
import dev.playhead.streams.audience.Daily;
import dev.playhead.streams.audience.DailyFormat;
import dev.playhead.streams.audience.Total;
import dev.playhead.streams.audience.TotalFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/// What all parts of a material's audience were last told to be, and their sums: the second of two
/// steps. A part's old sum is taken back and its new one added, so the other parts need not be
/// looked at.
final class AudienceSums {
    /// A day on which nothing is left needs no place.
    private static final Sums.Form<Daily> DAYS = new Sums.Form<>(
            () -> Daily.NONE, daily -> daily.equals(Daily.NONE) ? null : DailyFormat.write(daily), DailyFormat::read);

    private static final Sums.Form<Total> TOTALS =
            new Sums.Form<>(() -> Total.NONE, TotalFormat::write, TotalFormat::read);

    /// Each is looked at once a second at most.
    private static final long KEPT_MAX = 0;

    private final Sums<Total> totals;
    private final Sums<Daily> days;

    AudienceSums(KeyValueStore<Bytes, byte[]> sums) {
        this.totals = new Sums<>(sums, TOTALS, KEPT_MAX, Total::size);
        this.days = new Sums<>(sums, DAYS, KEPT_MAX, daily -> 1);
    }

    /// @return the sums over all parts that changed by it
    Changed put(PartKey part, Contribution told) {
        Optional<Total> total = putTotal(part, told.total());
        SortedMap<Long, Daily> changed = new TreeMap<>();
        told.days().forEach((day, daily) -> putDay(part, day, daily).ifPresent(sum -> changed.put(day, sum)));
        return new Changed(total, changed);
    }

    private Optional<Total> putTotal(PartKey part, Total told) {
        Total before = totals.get(part.text());
        if (told.equals(before)) {
            return Optional.empty();
        }
        Total sum = totals.get(part.material()).plus(told.minus(before));
        totals.put(part.text(), told);
        totals.put(part.material(), sum);
        return Optional.of(sum);
    }

    private Optional<Daily> putDay(PartKey part, long day, Daily told) {
        String its = AudienceKeys.ofDayOfPart(part, day);
        Daily before = days.get(its);
        if (told.equals(before)) {
            return Optional.empty();
        }
        String all = AudienceKeys.ofDay(part.material(), day);
        Daily sum = days.get(all).plus(told.minus(before));
        days.put(its, told);
        days.put(all, sum);
        return Optional.of(sum);
    }

    /// @param total empty where it is what it was
    /// @param days those that are not what they were
    record Changed(Optional<Total> total, SortedMap<Long, Daily> days) {}
}
