package dev.playhead.streams.progress;

import static dev.playhead.testing.sample.Heartbeats.heartbeat;

import dev.playhead.testing.sample.Heartbeats;

/// Heartbeats of a student's devices, each in a session of its own.
final class Devices {
    private Devices() {}

    static Heartbeats phone(long sequence, double seconds) {
        return heartbeat().session("phone", sequence).after(seconds);
    }

    static Heartbeats tablet(long sequence, double seconds) {
        return heartbeat().session("tablet", sequence).after(seconds);
    }
}
