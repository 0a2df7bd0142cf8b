package dev.playhead.local.parts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The options of the virtual machine that each of our three runs on. Its compilers are left as they
/// are: put off, as for the parts around, a start takes less time, and every request of the first
/// minutes more.
public final class ServiceJvm {
    /// Of the environment: options to run on instead, so that others can be tried.
    private static final String INSTEAD = "PLAYHEAD_SERVICE_JVM";

    private static final List<String> OPTIONS = List.of(
            "-Xmx320m",
            // On a heap of this size it takes least of two cores.
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    private ServiceJvm() {}

    public static List<String> options() {
        return options(System.getenv(INSTEAD));
    }

    static List<String> options(@Nullable String instead) {
        return instead == null || instead.isBlank()
                ? OPTIONS
                : List.of(instead.strip().split("\\s+"));
    }
}
