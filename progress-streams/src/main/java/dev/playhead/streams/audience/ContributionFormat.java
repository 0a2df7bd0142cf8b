package dev.playhead.streams.audience;

import dev.playhead.streams.progress.StoredBytes;
import dev.playhead.streams.progress.StoredFormException;
import dev.playhead.streams.progress.StoredReader;
import java.util.SortedMap;
import java.util.TreeMap;

/// The form in which a [Contribution] is told: its total as it is stored, and the days behind it.
public final class ContributionFormat {
    private static final byte VERSION = 1;

    private ContributionFormat() {}

    public static byte[] write(Contribution contribution) {
        StoredBytes bytes = new StoredBytes();
        bytes.octet(VERSION);
        TotalFormat.write(contribution.total(), bytes);
        bytes.number(contribution.days().size());
        contribution.days().forEach((day, daily) -> {
            bytes.number(day);
            DailyFormat.write(daily, bytes);
        });
        return bytes.toArray();
    }

    /// The way back.
    ///
    /// @throws StoredFormException where the bytes are none of ours
    public static Contribution read(byte[] told) {
        return StoredSums.read(told, VERSION, ContributionFormat::read);
    }

    private static Contribution read(StoredReader bytes) {
        return new Contribution(TotalFormat.read(bytes), readDays(bytes));
    }

    private static SortedMap<Long, Daily> readDays(StoredReader bytes) {
        SortedMap<Long, Daily> days = new TreeMap<>();
        for (long left = bytes.number(); left > 0; left--) {
            long day = bytes.number();
            days.put(day, DailyFormat.read(bytes));
        }
        return days;
    }
}
