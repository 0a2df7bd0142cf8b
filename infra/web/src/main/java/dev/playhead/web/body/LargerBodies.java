package dev.playhead.web.body;

import java.util.Set;
import org.springframework.util.unit.DataSize;

/// Paths whose bodies may be larger than all others. A service that has such declares one as a bean.
///
/// @param paths as they stand in a request, without a context path or a query
public record LargerBodies(Set<String> paths, DataSize max) {
    static final LargerBodies NONE = new LargerBodies(Set.of(), DataSize.ofBytes(0));

    public LargerBodies {
        paths = Set.copyOf(paths);
    }
}
