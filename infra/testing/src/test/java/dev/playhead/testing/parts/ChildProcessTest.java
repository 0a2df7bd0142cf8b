package dev.playhead.testing.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private Path log;

    @BeforeEach
    void logInTheDirectory() {
        log = directory.resolve("child.log");
    }

    @Test
    void one_that_dies_early_gives_the_end_of_its_log() {
        ChildProcess process = start("echo the disk is full; exit 3");

        assertThatThrownBy(() -> process.awaitReady(BOUND, () -> false))
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("ended with status 3 before it was ready")
                .hasMessageContaining("the disk is full");
    }

    @Test
    void the_log_of_an_earlier_run_is_kept_and_not_blamed() throws Exception {
        start("echo first").awaitSuccess(BOUND);

        ChildProcess process = start("echo second; exit 1");

        assertThatThrownBy(() -> process.awaitSuccess(BOUND)).hasMessageContaining("second");
        assertThat(process.said("first")).isFalse();
        assertThat(log).content().isEqualTo("first\nsecond\n");
    }

    @Test
    void one_that_is_not_ready_in_time_is_killed() {
        ChildProcess process = start("exec sleep 100");

        assertThatThrownBy(() -> process.awaitReady(Duration.ofMillis(10), () -> false))
                .hasMessageContaining("was not ready");
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void one_that_heeds_the_signal_ends_in_order() {
        ChildProcess process = start("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.1; done");
        process.awaitReady(BOUND, () -> process.said("up"));

        process.stop();

        assertThat(process.isAlive()).isFalse();
        assertThat(process.said("bye")).isTrue();
    }

    @Test
    void the_stop_signal_can_be_another() {
        // A shell cannot trap what whoever runs the tests ignores, as a script in the background does.
        List<String> line = List.of(
                "env",
                "--default-signal=INT",
                "/bin/sh",
                "-c",
                "trap 'echo interrupted; exit 0' INT; echo up; while :; do sleep 0.1; done");
        ChildProcess process =
                ChildProcess.start(Command.of("The part", line, log).stoppedBy(StopSignal.INT));
        process.awaitReady(BOUND, () -> process.said("up"));

        process.stop();

        assertThat(process.said("interrupted")).isTrue();
    }

    @Test
    void one_that_does_not_heed_the_signal_is_killed() {
        Command command = shell("trap '' TERM; echo up; while :; do sleep 0.1; done");
        ChildProcess process = ChildProcess.start(command.patience(Duration.ofMillis(200)));
        process.awaitReady(BOUND, () -> process.said("up"));

        process.stop();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void its_end_is_told_with_its_status() throws Exception {
        CompletableFuture<Integer> status = new CompletableFuture<>();

        start("exit 7").onExit(status::complete);

        assertThat(status.get(20, TimeUnit.SECONDS)).isEqualTo(7);
    }

    @Test
    void it_sees_its_environment_and_directory() {
        Path elsewhere = directory.toAbsolutePath();
        Command command = shell("echo $GREETING from $PWD").environment(Map.of("GREETING", "hello"));

        ChildProcess process = ChildProcess.start(command.in(elsewhere));

        process.awaitSuccess(BOUND);
        assertThat(process.said("hello from " + elsewhere)).isTrue();
    }

    @Test
    void its_pid_is_the_program_s() throws Exception {
        try (ChildProcess process = start("exec sleep 100")) {
            process.awaitReady(BOUND, () -> Leftover.commandLine(process.pid()).equals("sleep 100 "));

            assertThat(Leftover.find(process.pid(), "sleep 100")).isPresent();
            assertThat(Leftover.find(process.pid(), "postgres")).isEmpty();
        }
    }

    @Test
    void a_program_that_is_not_there_is_named() {
        Command command = Command.of("The part", List.of("/no/such/program"), log);

        assertThatThrownBy(() -> ChildProcess.start(command).awaitSuccess(BOUND))
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("The part")
                .hasMessageContaining("/no/such/program");
    }

    @Test
    void a_java_command_runs_on_the_same_jdk() throws Exception {
        List<String> line = ChildProcess.javaCommand(List.of("-Xmx32m"), "a:b", "Main", List.of("--x"));

        assertThat(Files.isExecutable(Path.of(line.getFirst()))).isTrue();
        assertThat(line).containsAll(ChildProcess.QUICK_START);
        assertThat(line).endsWith("-Xmx32m", "-cp", "a:b", "Main", "--x");
    }

    private ChildProcess start(String script) {
        return ChildProcess.start(shell(script));
    }

    private Command shell(String script) {
        return Command.of("The part", List.of("/bin/sh", "-c", script), log);
    }
}
