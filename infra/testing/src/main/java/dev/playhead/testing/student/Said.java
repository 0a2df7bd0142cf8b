package dev.playhead.testing.student;

import java.time.Instant;

/// A report, and when it really was said.
record Said(WatchReport report, Instant at) {
    WatchReport sent(Device device, Instant time) {
        return device.saysWhenSent() && device.player().keepsReports() ? report.sentAt(device.shows(time)) : report;
    }
}
