package dev.playhead.bench.report;

import java.util.Locale;

/// What the ratio of ours to the limit is to be.
public sealed interface Goal {
    static Goal atLeast(double ratio) {
        return new AtLeast(ratio);
    }

    static Goal atMost(double ratio) {
        return new AtMost(ratio);
    }

    /// Measured to be known, and compared with nothing.
    static Goal none() {
        return new None();
    }

    boolean isMetBy(double ratio);

    String text();

    /// For throughput.
    record AtLeast(double ratio) implements Goal {
        @Override
        public boolean isMetBy(double reached) {
            return reached >= ratio;
        }

        @Override
        public String text() {
            return ">= " + number(ratio);
        }
    }

    /// For what takes time or room.
    record AtMost(double ratio) implements Goal {
        @Override
        public boolean isMetBy(double reached) {
            return reached <= ratio;
        }

        @Override
        public String text() {
            return "<= " + number(ratio);
        }
    }

    record None() implements Goal {
        @Override
        public boolean isMetBy(double reached) {
            return true;
        }

        @Override
        public String text() {
            return "-";
        }
    }

    private static String number(double ratio) {
        return ratio == Math.rint(ratio) ? Long.toString(Math.round(ratio)) : String.format(Locale.ROOT, "%.2f", ratio);
    }
}
