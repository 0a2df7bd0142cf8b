package dev.playhead.local.door;

import java.util.List;

/// A row of the routing table.
///
/// @param methods empty for any
/// @param path one path; one that ends in `/**` for all below it, `/**` for all there are
record Route(List<String> methods, String path, Upstream upstream) {
    private static final String ALL_BELOW = "/**";

    boolean matches(String method, String requested) {
        return (methods.isEmpty() || methods.contains(method)) && matches(requested);
    }

    private boolean matches(String requested) {
        if (!path.endsWith(ALL_BELOW)) {
            return requested.equals(path);
        }
        String parent = path.substring(0, path.length() - ALL_BELOW.length());
        return requested.equals(parent) || requested.startsWith(parent + "/");
    }
}
