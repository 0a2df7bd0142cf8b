package dev.playhead.elsewhere;

/// Something of another module of ours.
public record Progress(long positionMs) {}
