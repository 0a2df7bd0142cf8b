package dev.playhead.local.data;

import dev.playhead.local.terminal.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/// Deletes what is below a directory. Links are deleted, never followed.
final class Tree {
    private Tree() {}

    static void deleteBelow(Path root, Predicate<Path> kept) {
        try {
            for (Path top : children(root)) {
                if (!kept.test(top)) {
                    delete(top);
                }
            }
        } catch (IOException e) {
            throw new RefusedException("Cannot empty " + root + " (" + DataDirectory.reason(e) + ").");
        }
    }

    private static void delete(Path top) throws IOException {
        try (var all = Files.walk(top)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> children(Path root) throws IOException {
        try (var entries = Files.list(root)) {
            return entries.toList();
        }
    }
}
