package dev.playhead.bench.topology;

/// What happens now and then.
///
/// @param times how often for a heartbeat
/// @param bytes how long what is written then is, on average
record Share(double times, int bytes) {
    static Share of(long count, long bytes, long heartbeats) {
        return new Share((double) count / heartbeats, count == 0 ? 0 : Math.toIntExact(bytes / count));
    }

    static Share parse(String text) {
        String[] parts = text.split("x", 2);
        return new Share(Double.parseDouble(parts[0]), Integer.parseInt(parts[1]));
    }

    String text() {
        return times + "x" + bytes;
    }

    /// Says evenly when it is time again.
    Turns turns() {
        return new Turns(times);
    }

    /// Used by one thread.
    static final class Turns {
        private final double times;
        private double due;

        private Turns(double times) {
            this.times = times;
        }

        boolean next() {
            return count() > 0;
        }

        /// How many times it is now, where that can be more than one.
        int count() {
            due += times;
            int count = (int) due;
            due -= count;
            return count;
        }
    }
}
