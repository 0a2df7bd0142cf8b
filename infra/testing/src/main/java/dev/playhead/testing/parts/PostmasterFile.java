package dev.playhead.testing.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// `postmaster.pid`: what a running PostgreSQL, or one that was killed, says of itself in its data directory.
record PostmasterFile(Path dataDirectory) {

    /// The postgres that runs on this data directory. A pid alone proves nothing: after a kill it
    /// may be anyone's.
    Optional<ProcessHandle> running() {
        return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isPostgresHere);
    }

    /// Removes what a killed postmaster left, when nobody runs here. PostgreSQL itself gives up as
    /// soon as the pid exists, whoever has it now.
    void deleteIfStale() {
        if (running().isPresent()) {
            return;
        }
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new PartFailedException("Cannot delete " + file() + ": " + e.getMessage(), e);
        }
    }

    private Optional<Long> pid() {
        try {
            return Files.readAllLines(file()).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::valueOf);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new PartFailedException("Cannot read " + file() + ": " + e.getMessage(), e);
        }
    }

    private boolean isPostgresHere(ProcessHandle process) {
        String line = Leftover.commandLine(process.pid());
        return line.contains("/bin/postgres ") && line.contains(" " + dataDirectory + " ");
    }

    private Path file() {
        return dataDirectory.resolve("postmaster.pid");
    }
}
