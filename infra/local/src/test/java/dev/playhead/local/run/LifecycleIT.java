package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starting and stopping, and what stays. Each start costs, so one test tells a story.
class LifecycleIT {
    private static final String COURSE = """
            {"title": "Kept", "chapters": [{"id": "k1", "title": "One", "materials": [
              {"id": "kept-video", "kind": "VIDEO", "title": "A video", "duration": 600}]}]}
            """;

    @Tag("long")
    @Test
    void progress_is_kept_from_start_to_start_however_it_was_stopped(@TempDir Path data) throws Exception {
        int offset = RunningPlatform.freeOffset();

        try (RunningPlatform first = RunningPlatform.up(data, offset, "--no-demo")) {
            HttpResponse<String> put = first.client("root", "admin").send("PUT", "/api/catalog/courses/kept", COURSE);
            assertThat(put.statusCode()).as(put.body()).isEqualTo(202);
            assertThat(watched(first, 60)).isEqualTo(60);
            stops(first, "INT", 130);
        }
        try (RunningPlatform second = RunningPlatform.up(data, offset, "--no-demo")) {
            assertThat(position(second)).isEqualTo(60);
            List<ProcessHandle> leftBehind = second.processes();
            second.kill();
            assertThat(leftBehind).anyMatch(ProcessHandle::isAlive);

            try (RunningPlatform third = RunningPlatform.up(data, offset, "--no-demo")) {
                assertThat(leftBehind).noneMatch(ProcessHandle::isAlive);
                assertThat(third.output()).contains("Stopped what an earlier, killed infra/up had left running");
                assertThat(watched(third, 90)).isEqualTo(90);
                stops(third, "TERM", 143);
            } finally {
                leftBehind.forEach(ProcessHandle::destroyForcibly);
            }
        }
        try (RunningPlatform fresh = RunningPlatform.up(data, offset, "--no-demo", "--fresh")) {
            HttpResponse<String> gone = fresh.client("ana", "student").watch("kept-video", 10);
            assertThat(gone.statusCode()).as(gone.body()).isEqualTo(404);
            stops(fresh, "HUP", 129);
        }
    }

    @Test
    void a_start_can_be_stopped_on_its_way(@TempDir Path data) {
        try (RunningPlatform starting = RunningPlatform.launch(data, RunningPlatform.freeOffset(), "--no-demo")) {
            starting.awaitSaid("postgres");

            stops(starting, "INT", 130);
        }
    }

    private static double watched(RunningPlatform platform, double position) throws Exception {
        Client ana = platform.client("ana", "student");
        HttpResponse<String> answer = ana.watch("kept-video", position);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return ana.statusAfter(Client.written(answer), "kept-video")
                .path("watch_time")
                .asDouble();
    }

    private static double position(RunningPlatform platform) throws Exception {
        return platform.client("ana", "student")
                .status("kept-video")
                .path("watch_time")
                .asDouble();
    }

    private static void stops(RunningPlatform platform, String signal, int status) {
        List<ProcessHandle> processes = platform.processes();

        assertThat(platform.stop(signal)).as(platform.output()).isEqualTo(status);
        assertThat(platform.output()).endsWith("Playhead has stopped\n");
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }
}
