package dev.playhead.testing.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// A page of the guides, whose blocks of code are run as they stand there.
record Guide(String text) {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern FIRST_CELL = Pattern.compile("^\\| `([a-z_]+)`");

    static Guide read(String page) throws IOException {
        return new Guide(Files.readString(DOCS.resolve(page)));
    }

    /// The blocks of a language, in the order of the page.
    List<String> blocks(String language) {
        return Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /// The one block of a language that contains this.
    String block(String language, String with) {
        List<String> found =
                blocks(language).stream().filter(block -> block.contains(with)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " blocks of " + language + " contain " + with);
        }
        return found.getFirst();
    }

    /// The first cells of the rows of the table that follows a text, where they are code.
    List<String> namesInTableAfter(String start) {
        int from = text.indexOf(start);
        if (from < 0) {
            throw new IllegalArgumentException("The page does not say " + start);
        }
        return text.substring(from)
                .lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .flatMap(row -> FIRST_CELL.matcher(row).results())
                .map(cell -> cell.group(1))
                .toList();
    }
}
