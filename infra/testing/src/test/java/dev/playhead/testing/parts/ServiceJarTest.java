package dev.playhead.testing.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceJarTest {
    private static final FileTime OF_EVERY_BUILD = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2002-01-01T00:00:00Z"));

    @TempDir
    Path directory;

    private Path built;
    private Path archive;

    @BeforeEach
    void build() throws IOException {
        built = Files.createFile(directory.resolve("service.jar"));
        Files.setLastModifiedTime(built, OF_EVERY_BUILD);
        archive = directory.resolve("classes.jsa");
    }

    @Test
    void what_was_built_after_it_was_unpacked_is_newer_whatever_date_it_bears() throws IOException {
        Files.setLastModifiedTime(Files.createFile(archive), LONG_AGO);

        assertThat(ServiceJar.isNewer(built, archive)).isTrue();
    }

    @Test
    void what_was_unpacked_since_is_not() throws IOException {
        Files.setLastModifiedTime(
                Files.createFile(archive), FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(ServiceJar.isNewer(built, archive)).isFalse();
    }

    @Test
    void what_was_never_unpacked_is() {
        assertThat(ServiceJar.isNewer(built, archive)).isTrue();
    }
}
