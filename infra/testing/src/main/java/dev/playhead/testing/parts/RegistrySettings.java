package dev.playhead.testing.parts;

import java.nio.file.Path;

/// A schema registry on this machine.
///
/// @param directory where it works and where its log is
/// @param home its unpacked distribution
/// @param heap as `-Xmx` takes it
public record RegistrySettings(
        Path directory,
        int port,
        int managementPort,
        RegistryStorage storage,
        Path home,
        String heap,
        Path log,
        Keeping keeping) {

    /// Schemas in memory, 256 MB of heap, log in the directory, the distribution that the build has unpacked.
    public static RegistrySettings in(Path directory, int port, int managementPort) {
        Path log = directory.resolve("registry.log");
        RegistryStorage memory = new RegistryStorage.Memory();
        return new RegistrySettings(
                directory, port, managementPort, memory, RegistryHome.find(), "256m", log, Keeping.KEPT);
    }

    /// For tests: the same, in a new directory that goes on close.
    public static RegistrySettings ephemeral() {
        Path directory = Directories.temporary("playhead-registry-");
        return in(directory, FreePorts.next(), FreePorts.next()).keeping(Keeping.EPHEMERAL);
    }

    public RegistrySettings storage(RegistryStorage kept) {
        return new RegistrySettings(directory, port, managementPort, kept, home, heap, log, keeping);
    }

    public RegistrySettings home(Path distribution) {
        return new RegistrySettings(directory, port, managementPort, storage, distribution, heap, log, keeping);
    }

    public RegistrySettings heap(String size) {
        return new RegistrySettings(directory, port, managementPort, storage, home, size, log, keeping);
    }

    public RegistrySettings log(Path file) {
        return new RegistrySettings(directory, port, managementPort, storage, home, heap, file, keeping);
    }

    private RegistrySettings keeping(Keeping files) {
        return new RegistrySettings(directory, port, managementPort, storage, home, heap, log, files);
    }
}
