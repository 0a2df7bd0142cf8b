package dev.playhead.local.supervise;

import dev.playhead.testing.parts.PartFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Says which process a part is, for people and for tests. Nothing is ever stopped by it.
record PidFile(Path path) {
    void write(long pid) {
        try {
            Files.writeString(path, pid + "\n");
        } catch (IOException e) {
            throw new PartFailedException("Cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new PartFailedException("Cannot delete " + path + ": " + e.getMessage(), e);
        }
    }
}
