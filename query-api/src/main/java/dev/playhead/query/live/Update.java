package dev.playhead.query.live;

import dev.playhead.schemas.id.ProgressKey;
import java.util.Optional;
import java.util.function.Supplier;

/// A change of where a student stands in a material, and the place in the topic of progress that
/// says it. What it says is read when somebody is told: of most changes nobody is.
///
/// @param said reads it; empty where it cannot be read
record Update(ProgressKey.OfMaterial key, Supplier<Optional<State>> said, int partition, long offset) {
    Optional<State> state() {
        return said.get();
    }

    boolean isBefore(Position position) {
        return offset < position.of(partition);
    }
}
