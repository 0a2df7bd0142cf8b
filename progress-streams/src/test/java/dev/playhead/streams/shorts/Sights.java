package dev.playhead.streams.shorts;

import dev.playhead.schemas.event.Swipe;
import org.jspecify.annotations.Nullable;

/// Builds what heartbeats add to a sitting, at minutes after the beginning.
final class Sights {
    private static final double MINUTE_MS = 60_000;
    private static final long BEGINNING = 1_795_248_000_000L;

    private final String material;
    private final double minute;
    private long watchedMs;
    private boolean isCompletion;
    private @Nullable Swipe swipe;

    private Sights(String material, double minute) {
        this.material = material;
        this.minute = minute;
    }

    static Sights sight(String material, double minute) {
        return new Sights(material, minute);
    }

    static long at(double minute) {
        return BEGINNING + Math.round(minute * MINUTE_MS);
    }

    Sights watched(long ms) {
        watchedMs = ms;
        return this;
    }

    Sights completing() {
        isCompletion = true;
        return this;
    }

    Sights left(@Nullable Swipe way) {
        swipe = way;
        return this;
    }

    Sight build() {
        return new Sight(material, at(minute), watchedMs, isCompletion, swipe, material + "@" + minute);
    }
}
