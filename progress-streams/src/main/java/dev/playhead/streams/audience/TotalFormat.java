package dev.playhead.streams.audience;

import dev.playhead.streams.progress.StoredBytes;
import dev.playhead.streams.progress.StoredFormException;
import dev.playhead.streams.progress.StoredReader;
import java.util.ArrayList;
import java.util.List;

/// The form in which a [Total] is stored.
public final class TotalFormat {
    private static final byte VERSION = 1;

    private TotalFormat() {}

    public static byte[] write(RunningTotal total) {
        return write(total.view());
    }

    public static byte[] write(Total total) {
        StoredBytes bytes = new StoredBytes();
        bytes.octet(VERSION);
        write(total, bytes);
        return bytes.toArray();
    }

    /// The way back.
    ///
    /// @throws StoredFormException where the bytes are none of ours
    public static Total read(byte[] stored) {
        return StoredSums.read(stored, VERSION, TotalFormat::read);
    }

    static void write(Total total, StoredBytes bytes) {
        bytes.number(total.viewers());
        bytes.number(total.completions());
        bytes.number(total.likes());
        bytes.number(total.shares());
        bytes.number(total.views());
        bytes.number(total.watchedMs());
        bytes.number(total.furthestBasisPoints());
        bytes.octet(total.curves().all().size());
        for (Curve curve : total.curves().all()) {
            bytes.octet(curve.buckets());
            bytes.numbers(curve.numbers());
        }
    }

    static Total read(StoredReader bytes) {
        long viewers = bytes.number();
        long completions = bytes.number();
        long likes = bytes.number();
        long shares = bytes.number();
        long views = bytes.number();
        long watchedMs = bytes.number();
        long furthestBasisPoints = bytes.number();
        return new Total(viewers, views, completions, watchedMs, furthestBasisPoints, likes, shares, readCurves(bytes));
    }

    private static Curves readCurves(StoredReader bytes) {
        List<Curve> curves = new ArrayList<>();
        for (int left = bytes.octet(); left > 0; left--) {
            int buckets = bytes.octet();
            if (buckets < 1) {
                throw new StoredFormException("A stored curve has " + buckets + " buckets");
            }
            long[] numbers = new long[Curve.numbers(buckets)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = bytes.number();
            }
            curves.add(new Curve(buckets, numbers));
        }
        return new Curves(curves);
    }
}
