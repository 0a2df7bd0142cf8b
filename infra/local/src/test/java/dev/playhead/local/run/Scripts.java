package dev.playhead.local.run;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the scripts are.
final class Scripts {
    /// Maven runs tests in the module's directory, an editor perhaps in the repository's.
    static final Path ROOT = root(Path.of("").toAbsolutePath());

    static final String UP = ROOT.resolve("infra/up").toString();
    static final String TOKEN = ROOT.resolve("infra/token").toString();

    private Scripts() {}

    private static Path root(Path here) {
        return Files.exists(here.resolve("infra/up"))
                ? here
                : root(here.resolve("..").normalize());
    }
}
