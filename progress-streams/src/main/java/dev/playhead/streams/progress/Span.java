package dev.playhead.streams.progress;

/// A stretch of a material, in milliseconds from its start; the end is not part of it.
public record Span(long fromMs, long toMs) {
    public Span {
        if (fromMs < 0 || toMs <= fromMs) {
            throw new IllegalArgumentException("No span goes from " + fromMs + " to " + toMs);
        }
    }

    long lengthMs() {
        return toMs - fromMs;
    }
}
