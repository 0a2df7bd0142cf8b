package dev.playhead.query.projection;

import java.io.Serial;
import java.util.List;

/// The database is not where this writer left it: another one has moved these partitions on.
final class FencedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    FencedException(List<Integer> partitions) {
        super("Partitions " + partitions + " were moved on by another writer", null, false, false);
    }
}
