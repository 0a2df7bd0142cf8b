package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When `infra/up` builds, in a repository that has nothing but the scripts, and with a Maven that
/// only says what it would. What it then starts is not there, which ends it.
class BuildTest {
    private static final List<String> MODULES = List.of(
            "schemas", "infra/web", "infra/testing", "ingest-api", "progress-streams", "query-api", "infra/local");
    private static final List<String> TOOLS = List.of(
            "bash", "cat", "dirname", "env", "find", "grep", "head", "mkdir", "readlink", "rm", "sleep", "touch");
    private static final String BUILDS = """
            #!/bin/sh
            echo "[INFO] Building Playhead schemas 0.1.0-SNAPSHOT   [1/1]"
            mkdir -p infra/local/target/platform
            touch infra/local/target/platform/built
            """;
    private static final String FAILS = """
            #!/bin/sh
            echo "[ERROR] Heartbeat.java: cannot find symbol"
            exit 1
            """;
    private static final String BUILDING = "Building the platform";

    @TempDir
    Path root;

    @BeforeEach
    void repository() throws IOException {
        for (String module : MODULES) {
            Files.createDirectories(root.resolve(module).resolve("src/main"));
            Files.createFile(root.resolve(module).resolve("pom.xml"));
        }
        Files.createFile(root.resolve("pom.xml"));
        Files.createDirectories(root.resolve(".mvn"));
        for (String script : List.of("infra/up", "infra/local/jdk.sh", "infra/local/build.sh")) {
            Files.copy(Scripts.ROOT.resolve(script), root.resolve(script));
        }
    }

    @Test
    void what_is_not_built_is_built_and_then_not_again() throws IOException {
        maven(BUILDS);

        assertThat(up()).contains(BUILDING, "Playhead schemas");
        assertThat(up()).doesNotContain(BUILDING);
    }

    @Test
    void what_is_older_than_a_source_is_built_again() throws IOException {
        maven(BUILDS);
        assertThat(up()).contains(BUILDING);

        Path source = Files.createFile(root.resolve("query-api/src/main/New.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));

        assertThat(up()).contains(BUILDING);
    }

    @Test
    void a_build_that_fails_shows_why() throws IOException {
        maven(FAILS);

        assertThat(up()).contains("cannot find symbol", "The build failed. The whole log: ");
        assertThat(root.resolve("infra/local/target/build.lock")).doesNotExist();
    }

    @Test
    void the_lock_of_a_killed_build_is_taken_over() throws IOException {
        maven(BUILDS);
        Path lock = Files.createDirectories(root.resolve("infra/local/target/build.lock"));
        Files.writeString(lock.resolve("pid"), "999999999");

        assertThat(up()).contains(BUILDING);
    }

    @Test
    void without_maven_it_says_so() throws IOException {
        assertThat(up()).hasLineCount(1).contains("Maven (mvn) is needed");
    }

    private String up() throws IOException {
        Map<String, String> environment = Map.of(
                "PLAYHEAD_BUILD",
                "",
                "PLAYHEAD_JAVA_HOME",
                System.getProperty("java.home"),
                "PATH",
                bin() + ":" + tools());
        Script script = Script.run(
                List.of("/usr/bin/env", "bash", root.resolve("infra/up").toString()), environment);
        assertThat(script.status()).isNotZero();
        return script.output();
    }

    private void maven(String script) throws IOException {
        program(Files.createDirectories(bin()).resolve("mvn"), script);
    }

    private Path bin() {
        return root.resolve("bin");
    }

    // The system's tools without its Maven.
    private Path tools() throws IOException {
        Path tools = Files.createDirectories(root.resolve("tools"));
        for (String tool : TOOLS) {
            String where = Files.isExecutable(Path.of("/usr/bin", tool)) ? "/usr/bin/" : "/bin/";
            program(tools.resolve(tool), "#!/bin/sh\nexec " + where + tool + " \"$@\"\n");
        }
        return tools;
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
