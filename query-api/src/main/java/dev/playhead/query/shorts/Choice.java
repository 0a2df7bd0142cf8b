package dev.playhead.query.shorts;

import java.util.Optional;

/// Which shorts a caller asks for.
sealed interface Choice {
    record OfSubmodule(String submodule) implements Choice {}

    /// All there are.
    ///
    /// @param start the submodule to begin with; those before it follow at the end
    record AllFrom(Optional<String> start) implements Choice {}
}
