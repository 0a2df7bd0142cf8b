package dev.playhead.query.plan;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Every text that is a query, wherever in the service's classes it stands: in a constant or in the
/// middle of a method. What writes the tables asks them too, but answers nobody.
final class StatementsInCode {
    private static final Pattern QUERY = Pattern.compile("\\s*(select|with)\\s.*\\sfrom\\s.*", Pattern.DOTALL);
    private static final Set<String> WRITE = Set.of("dev.playhead.query.projection", "dev.playhead.query.rebuild");

    private StatementsInCode() {}

    static Set<String> found() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.playhead.query")
                        .stream()
                        .filter(type -> !WRITE.contains(type.getPackageName()))
                        .flatMap(StatementsInCode::texts)
                        .filter(QUERY.asMatchPredicate())
                        .collect(Collectors.toSet());
    }

    private static Stream<String> texts(JavaClass type) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            var pool = ClassFile.of().parse(bytes.readAllBytes()).constantPool();
            return StreamSupport.stream(pool.spliterator(), false)
                    .flatMap(entry -> entry instanceof StringEntry text ? Stream.of(text.stringValue()) : Stream.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
