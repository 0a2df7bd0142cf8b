package dev.playhead.local.data;

import dev.playhead.local.terminal.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// What only this installation knows, in files that only their owner reads.
public record Secrets(String tokens, String database) {
    private static final String TOKENS = "tokens";
    private static final String DATABASE = "database";
    private static final int BYTES = 48;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /// Those of the directory, drawn where there are none.
    public static Secrets of(DataDirectory data) {
        Path directory = directory(data.path());
        try {
            Files.createDirectories(directory, OWNERS_DIRECTORY);
            return new Secrets(keep(directory.resolve(TOKENS)), keep(directory.resolve(DATABASE)));
        } catch (IOException e) {
            throw new RefusedException("Cannot keep secrets in " + directory + " (" + DataDirectory.reason(e) + ").");
        }
    }

    /// The one that signs tokens, where a platform has been started on that directory.
    public static Optional<String> ofTokens(Path dataDirectory) {
        Path file = directory(dataDirectory).resolve(TOKENS);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new RefusedException(
                    "Cannot read " + file + " (" + DataDirectory.reason(e) + "). Run as the user who ran infra/up.");
        }
    }

    @Override
    public String toString() {
        return "Secrets[not shown]";
    }

    private static Path directory(Path data) {
        return data.resolve("secrets");
    }

    // Written beside and moved, so that a kill leaves no half of one.
    private static String keep(Path file) throws IOException {
        if (!Files.exists(file)) {
            Path beside = Files.createTempFile(file.getParent(), "new-", "", OWNER_ONLY);
            Files.writeString(beside, random(), StandardOpenOption.WRITE);
            Files.move(beside, file);
        }
        return Files.readString(file).strip();
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
