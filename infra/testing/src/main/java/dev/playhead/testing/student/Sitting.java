package dev.playhead.testing.student;

import java.time.Instant;
import java.util.List;

/// One session with one player that is over.
///
/// @param told what was played and can be known from the reports, as often as it was played
record Sitting(Device device, List<Said> said, List<Interval> told, Instant end) {
    Sitting {
        said = List.copyOf(said);
        told = List.copyOf(told);
    }
}
