package dev.playhead.query.projection;

import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.QueryProcess;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Rows;
import dev.playhead.query.running.Written;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class KilledInstanceIT {
    /// The start of the process and, beside it, the 6 s after which the group gives up the one that
    /// was killed; and as much again where others build beside us.
    private static final Duration RESUMED_WITHIN = Duration.ofSeconds(20);

    @Test
    void one_that_was_killed_and_started_again_goes_on(@TempDir Path directory) {
        Sandbox sandbox = Stack.shared().begin().sandbox(KilledInstanceIT.class);
        Map<String, String> settings = QueryService.settings(sandbox);
        Map<String, Long> expected = new TreeMap<>();
        Rows rows = new Rows(sandbox);
        try (Written written = new Written(sandbox)) {
            written.course(Courses.demo());
            write(written, expected, 0, 200);
            try (ChildProcess first = QueryProcess.start(settings, directory)) {
                await().atMost(Duration.ofSeconds(60))
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));
                write(written, expected, 200, 250);
                first.kill();
            }
            write(written, expected, 250, 300);
            try (ChildProcess second = QueryProcess.start(settings, directory)) {
                await().atMost(RESUMED_WITHIN)
                        .untilAsserted(() -> assertThat(rows.positions()).isEqualTo(expected));
                assertThat(second.isAlive()).isTrue();
            }
        }
    }

    private static void write(Written written, Map<String, Long> expected, int from, int to) {
        for (int i = from; i < to; i++) {
            written.put(at("s" + i % 50, "video123", i));
            expected.put("s" + i % 50 + "/video123", (long) i);
        }
    }
}
