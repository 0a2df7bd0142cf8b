package dev.playhead.streams.audience;

import dev.playhead.streams.progress.StoredBytes;
import dev.playhead.streams.progress.StoredFormException;
import dev.playhead.streams.progress.StoredReader;

/// The form in which a [Daily] is stored.
public final class DailyFormat {
    private static final byte VERSION = 1;

    private DailyFormat() {}

    public static byte[] write(Daily daily) {
        StoredBytes bytes = new StoredBytes();
        bytes.octet(VERSION);
        write(daily, bytes);
        return bytes.toArray();
    }

    /// The way back.
    ///
    /// @throws StoredFormException where the bytes are none of ours
    public static Daily read(byte[] stored) {
        return StoredSums.read(stored, VERSION, DailyFormat::read);
    }

    static void write(Daily daily, StoredBytes bytes) {
        bytes.number(daily.viewers());
        bytes.number(daily.views());
        bytes.number(daily.completions());
        bytes.number(daily.watchedMs());
    }

    static Daily read(StoredReader bytes) {
        return new Daily(bytes.number(), bytes.number(), bytes.number(), bytes.number());
    }
}
