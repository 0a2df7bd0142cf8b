package dev.playhead.local.data;

import dev.playhead.local.terminal.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The log files, one a part. Each start begins a new one and keeps the last.
public record Logs(Path directory) {
    public Path of(String part) {
        return directory.resolve(part + ".log");
    }

    /// Puts the files of the last run aside.
    public void turnOver() {
        try (var files = Files.newDirectoryStream(directory, "*.log")) {
            for (Path file : files) {
                Path last = directory.resolve(file.getFileName() + ".1");
                Files.move(file, last, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new RefusedException("Cannot write logs in " + directory + " (" + DataDirectory.reason(e) + ").");
        }
    }
}
