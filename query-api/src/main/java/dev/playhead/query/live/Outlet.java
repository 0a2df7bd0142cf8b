package dev.playhead.query.live;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way to one client, used by one thread. What it is given it has sent when it returns; where
/// the client does not read, that takes until a bound, and then it fails.
interface Outlet {
    /// @param id where the client is; null where it cannot go on from there
    void open(@Nullable String id) throws IOException;

    /// What the client knows is void: everything follows.
    void reset(Scope scope) throws IOException;

    void send(List<LiveEvent> events) throws IOException;

    /// Keeps proxies from closing, and finds out whether anybody is there.
    void stillHere(@Nullable String id) throws IOException;

    /// Never fails.
    void close(Ending why);
}
