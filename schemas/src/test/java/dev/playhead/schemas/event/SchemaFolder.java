package dev.playhead.schemas.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/// The schemas of a folder, a file each, which name one another.
final class SchemaFolder {
    private SchemaFolder() {}

    static Map<String, Schema> parse(Path folder) {
        SchemaParser parser = new SchemaParser();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                parser.parse(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parser.getParsedNamedSchemas().stream().collect(Collectors.toMap(Schema::getFullName, schema -> schema));
    }

    static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }
}
