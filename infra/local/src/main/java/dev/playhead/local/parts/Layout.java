package dev.playhead.local.parts;

import java.nio.file.Path;

/// What the build has put together.
///
/// @param directory `infra/local/target/platform`
public record Layout(Path directory) {

    /// All libraries of the launcher and the broker. The JVM itself expands the star.
    String libraries() {
        return directory.resolve("lib").resolve("*").toString();
    }

    /// The directory of a service: its jar, and the libraries that the jar names.
    Path service(String name) {
        return directory.resolve(name);
    }
}
