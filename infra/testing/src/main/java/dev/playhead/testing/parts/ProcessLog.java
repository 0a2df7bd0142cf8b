package dev.playhead.testing.parts;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a process wrote to its log since it was started.
record ProcessLog(Path file, long from) {
    private static final int BYTES_MAX = 64 * 1024;
    private static final int LINES_MAX = 15;

    static ProcessLog atEndOf(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new ProcessLog(file, Files.exists(file) ? Files.size(file) : 0);
        } catch (IOException e) {
            throw new PartFailedException("Cannot write the log " + file + ": " + e.getMessage(), e);
        }
    }

    boolean contains(String text) {
        return end().contains(text);
    }

    String lastLines() {
        List<String> lines = end().lines().filter(line -> !line.isBlank()).toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_MAX), lines.size()));
    }

    private String end() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            log.seek(Math.max(from, log.length() - BYTES_MAX));
            byte[] bytes = new byte[(int) Math.max(0, log.length() - log.getFilePointer())];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(the log " + file + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
