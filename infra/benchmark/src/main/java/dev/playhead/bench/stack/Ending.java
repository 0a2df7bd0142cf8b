package dev.playhead.bench.stack;

/// What happens when the bench is told to stop: what it started stops too.
final class Ending {
    private Ending() {}

    /// Closing twice does no harm to those that are given here.
    static void closes(AutoCloseable started) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(started), "bench-stop"));
    }

    private static void close(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            System.err.println("infra/bench: " + e.getMessage());
        }
    }
}
