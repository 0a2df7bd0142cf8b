package dev.playhead.web.security;

import java.util.List;

/// Paths of the API's port that everyone may read without a token. A service that has some declares them as a bean.
///
/// @param patterns such as `/audience/**`
public record OpenPaths(List<String> patterns) {
    public OpenPaths {
        patterns = List.copyOf(patterns);
    }
}
