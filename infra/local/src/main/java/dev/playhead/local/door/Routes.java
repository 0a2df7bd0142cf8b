package dev.playhead.local.door;

import static dev.playhead.local.door.Upstream.INGEST;
import static dev.playhead.local.door.Upstream.QUERY;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The routing table: the first row that matches decides. Whatever proxy stands before the services
/// elsewhere has the same one.
final class Routes {
    static final List<Route> TABLE = List.of(
            new Route(List.of(), "/v3/api-docs/ingest", INGEST),
            new Route(List.of("GET", "HEAD"), "/**", QUERY),
            // A read whose question is too long for a URL.
            new Route(List.of("POST"), "/api/progress/videos/batch", QUERY),
            new Route(List.of(), "/**", INGEST));

    private Routes() {}

    /// @param asked what a preflight (`OPTIONS`) asks for, by `Access-Control-Request-Method`:
    /// whoever will take the request says whether it may come
    static Upstream of(String method, @Nullable String asked, String path) {
        String wanted = method.equals("OPTIONS") && asked != null ? asked : method;
        return TABLE.stream()
                .filter(route -> route.matches(wanted, path))
                .findFirst()
                .map(Route::upstream)
                .orElse(INGEST);
    }
}
