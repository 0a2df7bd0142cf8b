package dev.playhead.testing.parts;

import java.nio.file.Path;

/// A PostgreSQL on this machine.
///
/// @param directory its data are in `data` below it, its log beside them
/// @param binaries where its programs are unpacked, once for all that name the same directory
public record PostgresSettings(Path directory, int port, String password, Keeping keeping, Path binaries, Path log) {

    /// Durable, on a directory that stays.
    public static PostgresSettings kept(Path directory, int port, String password) {
        return new PostgresSettings(
                directory, port, password, Keeping.KEPT, defaultBinaries(), directory.resolve("postgres.log"));
    }

    /// For tests: a new directory that goes on close.
    public static PostgresSettings ephemeral() {
        Path directory = Directories.temporary("playhead-postgres-");
        return new PostgresSettings(
                directory,
                FreePorts.next(),
                "postgres",
                Keeping.EPHEMERAL,
                defaultBinaries(),
                directory.resolve("postgres.log"));
    }

    public PostgresSettings binaries(Path where) {
        return new PostgresSettings(directory, port, password, keeping, where, log);
    }

    public PostgresSettings log(Path file) {
        return new PostgresSettings(directory, port, password, keeping, binaries, file);
    }

    @Override
    public String toString() {
        return "PostgresSettings[" + directory + ", port " + port + ", " + keeping + "]";
    }

    Path dataDirectory() {
        return directory.toAbsolutePath().resolve("data");
    }

    boolean isKept() {
        return keeping == Keeping.KEPT;
    }

    /// Removes what is not to be kept.
    void clear() {
        if (!isKept()) {
            Directories.delete(directory);
        }
    }

    private static Path defaultBinaries() {
        String user = System.getProperty("user.name");
        return Path.of(System.getProperty("java.io.tmpdir"), "playhead-postgres-binaries-" + user);
    }
}
