package dev.playhead.query.live;

import dev.playhead.query.progress.Standing;
import dev.playhead.schemas.id.ProgressKey;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Updates and positions for tests that need no broker.
final class Some {
    private Some() {}

    /// The position is the offset, so that they can be told apart.
    static Update update(String student, String video, int partition, long offset) {
        Standing standing = new Standing(offset, offset, 600_000, 0, 1L, null, 1);
        ProgressKey.OfMaterial key = new ProgressKey.OfMaterial(student, video);
        return new Update(key, () -> Optional.of(new State(key, standing)), partition, offset);
    }

    static Position position(Map<Integer, Long> next) {
        return new Position(new TreeMap<>(next));
    }
}
