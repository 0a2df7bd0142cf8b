package dev.playhead.streams.progress;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The shares of a course's materials that need not be read off the materials' own states, each by
/// its place in the course. Those in between are known while they are in memory: what is stored is
/// what mostly stays, that a material was not begun or is through, so that a course is not written
/// at each heartbeat of one of its materials.
public final class KeptShares {
    public static final KeptShares NONE = new KeptShares(new int[0]);

    private static final int UNKNOWN = 0;
    private static final int NOT_BEGUN = 1;
    private static final int CODE_MAX = 2 + 2 * BasisPoints.ALL;
    /// More than any catalog allows a course: a bound on what damaged bytes can ask for.
    private static final int COUNT_MAX = 1_000_000;

    private final int[] codes;

    private KeptShares(int[] codes) {
        this.codes = codes;
    }

    /// @param shares of all materials in course order; null where one is not to be kept
    public static KeptShares of(List<@Nullable CourseShare> shares) {
        int[] codes = new int[shares.size()];
        for (int place = 0; place < codes.length; place++) {
            CourseShare share = shares.get(place);
            codes[place] = share == null ? UNKNOWN : code(share);
        }
        return new KeptShares(codes);
    }

    /// @return null where it has to be read
    public @Nullable CourseShare of(int place, String material) {
        int code = place < codes.length ? codes[place] : UNKNOWN;
        return code == UNKNOWN ? null : new CourseShare(material, (code - NOT_BEGUN) / 2, (code - NOT_BEGUN) % 2 == 1);
    }

    public int size() {
        return codes.length;
    }

    /// With another at a place.
    KeptShares with(int place, CourseShare share) {
        return with(place, code(share));
    }

    /// Without what is at a place.
    KeptShares without(int place) {
        return with(place, UNKNOWN);
    }

    private KeptShares with(int place, int code) {
        if (place < 0 || place >= codes.length || codes[place] == code) {
            return this;
        }
        int[] changed = codes.clone();
        changed[place] = code;
        return new KeptShares(changed);
    }

    /// Whether the stored form of both is the same.
    boolean areStoredAs(KeptShares other) {
        if (codes.length != other.codes.length) {
            return false;
        }
        for (int place = 0; place < codes.length; place++) {
            if (codes[place] != other.codes[place] && stored(codes[place]) != stored(other.codes[place])) {
                return false;
            }
        }
        return true;
    }

    /// As runs of the same share: what was not begun, and what is through, stands together.
    void write(StoredBytes bytes) {
        bytes.number(codes.length);
        int from = 0;
        while (from < codes.length) {
            int code = stored(codes[from]);
            int to = from;
            while (to < codes.length && stored(codes[to]) == code) {
                to++;
            }
            bytes.number(to - from);
            bytes.number(code);
            from = to;
        }
    }

    static KeptShares read(StoredReader bytes) {
        long count = bytes.number();
        if (count < 0 || count > COUNT_MAX) {
            throw new StoredFormException("A stored course state has the shares of " + count + " materials");
        }
        int[] codes = new int[(int) count];
        int from = 0;
        while (from < codes.length) {
            long run = bytes.number();
            int code = bytes.integer();
            if (run <= 0 || run > codes.length - from || code < UNKNOWN || code > CODE_MAX) {
                throw new StoredFormException("A stored course state has " + run + " shares of code " + code);
            }
            Arrays.fill(codes, from, from + (int) run, code);
            from += (int) run;
        }
        return count == 0 ? NONE : new KeptShares(codes);
    }

    private static int code(CourseShare share) {
        return NOT_BEGUN + 2 * share.basisPoints() + (share.isCompleted() ? 1 : 0);
    }

    private static int stored(int code) {
        return code == NOT_BEGUN || code == CODE_MAX ? code : UNKNOWN;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptShares kept && Arrays.equals(codes, kept.codes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(codes);
    }

    @Override
    public String toString() {
        return "KeptShares" + Arrays.toString(codes);
    }
}
