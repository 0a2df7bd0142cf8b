package dev.playhead.local.data;

import dev.playhead.local.terminal.RefusedException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The directory that keeps everything between runs. Whoever has it open is the only one.
public final class DataDirectory implements AutoCloseable {
    static final String MARKER = "playhead-data";

    private static final String LOCK = "lock";
    private static final String SAYS = "The data of infra/up. With --fresh it is removed.\n";
    private static final long FREE_BYTES_MIN = 1L << 30;
    private static final long MEBI = 1L << 20;

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /// Takes the directory, made where it is missing.
    ///
    /// @throws RefusedException when someone else has it, it is not ours, cannot be written, or its
    /// disk is full
    public static DataDirectory open(Path wanted) {
        try {
            Path path = Files.createDirectories(wanted.toAbsolutePath()).toRealPath();
            refuseForeign(path);
            DataDirectory opened = new DataDirectory(path, lock(path));
            Files.writeString(path.resolve(MARKER), SAYS);
            refuseFullDisk(path);
            return opened;
        } catch (IOException e) {
            throw new RefusedException("Cannot write to the data directory " + wanted + " (" + reason(e)
                    + "). Make it writable, or name another one with --data DIR.");
        }
    }

    public Path path() {
        return path;
    }

    /// A directory below it, made where it is missing.
    public Path directory(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new RefusedException("Cannot make the directory " + path.resolve(name) + " (" + reason(e) + ").");
        }
    }

    /// Removes all that was kept; the lock stays.
    public void empty() {
        Tree.deleteBelow(path, kept -> kept.endsWith(LOCK) || kept.endsWith(MARKER));
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new RefusedException("Cannot give up the data directory " + path + " (" + reason(e) + ").");
        }
    }

    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file of that name is there";
        }
        String said = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said;
    }

    // --fresh removes what is in it, so it has to be ours, from before or from now on.
    private static void refuseForeign(Path path) throws IOException {
        boolean ours = Files.exists(path.resolve(MARKER)) || isEmptySaveLock(path);
        if (!ours) {
            throw new RefusedException(path + " is not empty and not a data directory of infra/up. Name another one"
                    + " with --data DIR.");
        }
    }

    private static boolean isEmptySaveLock(Path path) throws IOException {
        try (var entries = Files.list(path)) {
            return entries.allMatch(entry -> entry.endsWith(LOCK));
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel file = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
            throw new RefusedException("Another infra/up runs on " + path + ". Stop that one first (Ctrl-C), or give"
                    + " this one a directory and ports of its own: --data DIR --port-offset N.");
        }
        return file;
    }

    private static void refuseFullDisk(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < FREE_BYTES_MIN) {
            throw new RefusedException("The disk of " + path + " has " + free / MEBI + " MiB left, and "
                    + FREE_BYTES_MIN / MEBI + " are needed. Make room, or name another place with --data DIR.");
        }
    }
}
