package dev.playhead.local.parts;

import java.util.List;

/// The options of the virtual machine that each of our three runs on, beside those of
/// [dev.playhead.testing.parts.ChildProcess#QUICK_START].
public final class ServiceJvm {
    public static final List<String> OPTIONS = List.of(
            "-Xmx320m",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    private ServiceJvm() {}
}
