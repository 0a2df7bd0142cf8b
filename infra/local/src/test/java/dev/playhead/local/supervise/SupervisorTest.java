package dev.playhead.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.playhead.local.terminal.Terminal;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.Command;
import dev.playhead.testing.parts.PartFailedException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    @TempDir
    Path run;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8));
    private final List<ChildProcess> started = new CopyOnWriteArrayList<>();
    private final Part base = part("base", List.of(), "exec sleep 1000");
    private final Part above = part("above", List.of("base"), "exec sleep 1000");

    @AfterEach
    void killAll() {
        started.forEach(ChildProcess::kill);
    }

    @Test
    void parts_start_after_what_they_need_and_all_of_them_stop() throws Exception {
        Supervisor supervisor = supervisor(List.of(List.of(above), List.of(base)));

        assertThat(supervisor.start()).isTrue();
        assertThat(started).extracting(ChildProcess::name).containsExactly("base", "above");

        supervisor.stop();
        assertThat(started).noneMatch(ChildProcess::isAlive);
    }

    @Test
    void a_part_that_is_killed_is_started_again_and_the_others_stay() throws Exception {
        Supervisor supervisor = supervisor(List.of(List.of(base), List.of(above)));
        assertThat(supervisor.start()).isTrue();

        started.getFirst().kill();
        await().until(() -> said().contains("is back"));

        assertThat(said()).contains("base was killed: it is started again");
        assertThat(started).extracting(ChildProcess::name).containsExactly("base", "above", "base");
        assertThat(started.get(1).isAlive()).isTrue();
        supervisor.stop();
        assertThat(started).noneMatch(ChildProcess::isAlive);
    }

    @Test
    void the_first_start_fails_as_soon_as_one_part_does() {
        Part broken = part("broken", List.of(), "exit 3");
        Supervisor supervisor = supervisor(List.of(List.of(base), List.of(broken)));

        assertThatThrownBy(supervisor::start)
                .isInstanceOf(PartFailedException.class)
                .hasMessageContaining("broken");
        supervisor.stop();
        assertThat(started).noneMatch(ChildProcess::isAlive);
    }

    private Supervisor supervisor(List<List<Part>> stages) {
        return new Supervisor(stages, terminal, run);
    }

    private Part part(String name, List<String> needs, String script) {
        return new Part(name, "", needs, () -> {
            Command command = Command.of(name, List.of("/bin/sh", "-c", script), run.resolve(name + ".log"));
            ChildProcess process = ChildProcess.start(command);
            started.add(process);
            if (script.startsWith("exit")) {
                process.awaitReady(Duration.ofSeconds(10), () -> false);
            }
            return process;
        });
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
