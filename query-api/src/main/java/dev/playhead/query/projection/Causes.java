package dev.playhead.query.projection;

/// An exception in a line.
final class Causes {
    private Causes() {}

    /// The innermost message, which says what happened rather than who noticed.
    static String shortly(Throwable failure) {
        Throwable cause = failure;
        for (Throwable deeper = cause.getCause(); deeper != null; deeper = deeper.getCause()) {
            cause = deeper;
        }
        String message = cause.getMessage() == null
                ? ""
                : cause.getMessage().lines().findFirst().orElse("");
        return cause.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    }
}
