package dev.playhead.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.playhead.local.terminal.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void emptied_it_is_as_new_and_what_links_lead_to_stays() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createFile(elsewhere.resolve("theirs"));
        try (DataDirectory data = DataDirectory.open(directory.resolve("data"))) {
            Files.createFile(data.directory("kafka").resolve("log"));
            Files.createSymbolicLink(data.path().resolve("link"), elsewhere);

            data.empty();

            assertThat(data.path()).isDirectoryNotContaining("glob:**/{kafka,link}");
            assertThat(elsewhere.resolve("theirs")).exists();
        }
    }

    @Test
    void one_that_was_ours_is_taken_again() {
        Path ours = directory.resolve("data");
        DataDirectory.open(ours).close();

        try (DataDirectory again = DataDirectory.open(ours)) {
            assertThat(again.path()).exists();
        }
    }

    @Test
    void a_foreign_directory_is_not_touched() throws IOException {
        Files.createFile(directory.resolve("thesis.txt"));

        assertThatThrownBy(() -> DataDirectory.open(directory))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("not a data directory of infra/up");
        assertThat(directory).isDirectoryNotContaining("glob:**/lock");
    }

    @Test
    void secrets_are_kept_and_only_their_owner_reads_them() throws IOException {
        try (DataDirectory data = DataDirectory.open(directory.resolve("data"))) {
            Secrets first = Secrets.of(data);

            assertThat(Secrets.of(data)).isEqualTo(first);
            assertThat(Secrets.ofTokens(data.path())).hasValue(first.tokens());
            assertThat(first.tokens()).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(first.database());
            assertThat(first).hasToString("Secrets[not shown]");
            try (var files = Files.list(data.path().resolve("secrets"))) {
                assertThat(files)
                        .hasSize(2)
                        .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                                .isEqualTo(PosixFilePermissions.fromString("rw-------")));
            }
        }
    }
}
