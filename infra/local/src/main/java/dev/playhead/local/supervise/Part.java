package dev.playhead.local.supervise;

import dev.playhead.testing.parts.ChildProcess;
import java.util.List;
import java.util.function.Supplier;

/// A part of the platform.
///
/// @param name for people, and for its files
/// @param address where it listens, or whatever else is worth knowing when it is up
/// @param needs the names of the parts that must be up before it is started
/// @param start starts it and returns when it is ready; throws `PartFailedException` when that does
/// not come to be
public record Part(String name, String address, List<String> needs, Supplier<ChildProcess> start) {
    public Part {
        needs = List.copyOf(needs);
    }
}
