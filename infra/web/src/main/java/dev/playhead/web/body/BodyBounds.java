package dev.playhead.web.body;

import jakarta.servlet.http.HttpServletRequest;

/// Which bound holds for which request.
///
/// @param larger of the paths that take larger bodies
record BodyBounds(BodyBound usual, BodyBound larger, LargerBodies paths) {
    /// The larger bound never lowers the usual one, which an operator may have raised.
    static BodyBounds of(BodyBound usual, LargerBodies paths) {
        return new BodyBounds(
                usual,
                usual.isExceededBy(paths.max().toBytes()) ? new BodyBound(paths.max(), usual.maxTime()) : usual,
                paths);
    }

    BodyBound of(HttpServletRequest request) {
        return paths.paths().contains(request.getRequestURI()) ? larger : usual;
    }
}
