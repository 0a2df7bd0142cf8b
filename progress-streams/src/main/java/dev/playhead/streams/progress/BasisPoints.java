package dev.playhead.streams.progress;

/// Shares in hundredths of a percent.
final class BasisPoints {
    static final int ALL = 10_000;

    private BasisPoints() {}

    /// Rounded half up, and never more than all.
    static int of(long part, long whole) {
        return part >= whole ? ALL : (int) ((part * 2 * ALL + whole) / (2 * whole));
    }
}
