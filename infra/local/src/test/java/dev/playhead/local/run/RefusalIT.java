package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be started says why in one line, and leaves nothing.
class RefusalIT {
    @TempDir
    Path directory;

    @Test
    void no_jdk_25() {
        Map<String, String> none = Map.of("PLAYHEAD_JDK_SEARCH", directory.toString());

        Script up = Script.run(List.of(Scripts.UP, "--data", directory.toString()), none);
        Script token = Script.run(List.of(Scripts.TOKEN, "--sub", "ana", "--roles", "student"), none);

        isRefused(up, 1, "No JDK 25 found", "PLAYHEAD_JAVA_HOME");
        isRefused(token, 1, "No JDK 25 found");
    }

    @Test
    void a_data_directory_that_cannot_be_written() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        isRefused(Script.run(Scripts.UP, "--data", file + "/data"), 1, "Cannot write to the data directory", "--data");
    }

    @Test
    void a_data_directory_that_is_someone_elses() throws IOException {
        Path theirs = Files.createFile(directory.resolve("theirs"));

        isRefused(Script.run(Scripts.UP, "--data", directory.toString(), "--fresh"), 1, "is not empty and not a data");
        assertThat(theirs).exists();
    }

    @Test
    void an_unknown_option() {
        isRefused(Script.run(Scripts.UP, "--frsh"), 2, "unknown option --frsh", "--help");
        isRefused(Script.run(Scripts.UP, "--port-offset", "-1"), 2, "--port-offset needs a number");
        isRefused(Script.run(Scripts.UP, "--data"), 2, "--data needs a value");
    }

    @Test
    void ports_past_the_last() {
        isRefused(
                Script.run(Scripts.UP, "--data", directory.toString(), "--port-offset", "60000"),
                1,
                "--port-offset 60000");
    }

    @Test
    void a_token_before_the_first_start() {
        isRefused(
                Script.run(Scripts.TOKEN, "--sub", "a", "--roles", "student", "--data", directory.toString()),
                1,
                "infra/up");
        isRefused(Script.run(Scripts.TOKEN, "--sub", "a", "--roles", "pupil"), 1, "student, teacher and admin");
        isRefused(Script.run(Scripts.TOKEN, "--roles", "admin"), 1, "--sub");
    }

    private static void isRefused(Script script, int status, String... says) {
        assertThat(script.status()).as(script.output()).isEqualTo(status);
        assertThat(script.output()).hasLineCount(1).contains(says);
    }
}
