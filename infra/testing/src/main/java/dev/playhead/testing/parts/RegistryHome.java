package dev.playhead.testing.parts;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Finds the registry's distribution, which the build of this module unpacks into `target/registry`.
final class RegistryHome {
    static final String PROPERTY = "playhead.registry.home";

    private RegistryHome() {}

    static Path find() {
        Path home = locate(System.getProperty(PROPERTY));
        if (!Files.exists(home.resolve("quarkus-run.jar"))) {
            throw new PartFailedException("No schema registry in " + home
                    + ": build the module infra/testing, or name its directory with -D" + PROPERTY + "=…");
        }
        return home;
    }

    // In a reactor the code is in target/classes or in target/testing-….jar.
    private static Path locate(@Nullable String set) {
        if (set != null) {
            return Path.of(set);
        }
        try {
            Path code = Path.of(RegistryHome.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.resolveSibling("registry");
        } catch (URISyntaxException e) {
            throw new PartFailedException("Cannot tell where this code is; set -D" + PROPERTY + "=…", e);
        }
    }
}
