package dev.playhead.local.parts;

import java.util.List;

/// The options of the virtual machine that each of our three runs on. Its compilers are left as they
/// are: put off, as for the parts around, a start takes less time, and every request of the first
/// minutes more.
public final class ServiceJvm {
    public static final List<String> OPTIONS = List.of(
            "-Xmx320m",
            // On a heap of this size it takes least of two cores.
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    private ServiceJvm() {}
}
