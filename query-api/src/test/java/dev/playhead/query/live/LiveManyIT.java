package dev.playhead.query.live;

import static dev.playhead.query.live.Listeners.LIVE;
import static dev.playhead.query.running.QueryService.student;
import static dev.playhead.query.running.Written.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.Api;
import dev.playhead.query.running.QueryProcess;
import dev.playhead.query.running.QueryService;
import dev.playhead.query.running.Written;
import dev.playhead.testing.parts.ChildProcess;
import dev.playhead.testing.parts.FreePorts;
import dev.playhead.testing.sample.Courses;
import dev.playhead.testing.stack.Sandbox;
import dev.playhead.testing.stack.Stack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Thousands of open streams on one instance, which is a process of its own.
@Tag("long")
class LiveManyIT {
    private static final int STUDENTS = 500;
    private static final int DEVICES = 10;
    private static final String HEAP = "1g";
    private static final Duration WITHIN = Duration.ofSeconds(1);
    private static final Duration OPEN_WITHIN = Duration.ofMinutes(3);

    @Test
    void a_change_reaches_all_devices_within_a_second_while_5000_are_open(@TempDir Path directory) throws Exception {
        Sandbox sandbox = Stack.shared().begin().sandbox(LiveManyIT.class);
        int management = FreePorts.next();
        Map<String, String> settings = QueryService.settings(sandbox);
        settings.put("server.port", String.valueOf(FreePorts.next()));
        settings.put("management.server.port", String.valueOf(management));
        try (Written written = new Written(sandbox)) {
            written.course(Courses.demo());
            try (ChildProcess service = QueryProcess.startWith(HEAP, settings, directory)) {
                Api api = new Api(management);
                await().atMost(OPEN_WITHIN)
                        .ignoreExceptions()
                        .until(() -> api.get("/actuator/health/readiness").status() == 200);
                report("before", service);
                List<List<Listener>> students = open(Integer.parseInt(settings.get("server.port")));
                report("with %d streams".formatted(STUDENTS * DEVICES), service);

                long[] tookNanos = new long[STUDENTS];
                for (int i = 0; i < STUDENTS; i++) {
                    tookNanos[i] = tell(written, "s" + i, students.get(i));
                }
                report("after", service);
                students.forEach(devices -> devices.forEach(Listener::close));

                Arrays.sort(tookNanos);
                System.out.printf(
                        "MEASURED %d streams, a change on all %d devices of a student: half in %d ms, 99 in 100 in %d ms,"
                                + " all in %d ms%n",
                        STUDENTS * DEVICES,
                        DEVICES,
                        tookNanos[STUDENTS / 2] / 1_000_000,
                        tookNanos[STUDENTS * 99 / 100] / 1_000_000,
                        tookNanos[STUDENTS - 1] / 1_000_000);
                assertThat(Duration.ofNanos(tookNanos[STUDENTS - 1])).isLessThan(WITHIN);
            }
        }
    }

    /// From before it is written until the last device has it.
    private static long tell(Written written, String student, List<Listener> devices) {
        long beganNanos = System.nanoTime();
        written.put(at(student, "video123", 12_000));
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> devices.stream().allMatch(each -> each.progress().size() == 1));
        return System.nanoTime() - beganNanos;
    }

    private static List<List<Listener>> open(int port) throws Exception {
        long beganNanos = System.nanoTime();
        try (var opening = Executors.newFixedThreadPool(50, Thread.ofVirtual().factory())) {
            List<Future<List<Listener>>> students = new ArrayList<>();
            for (int i = 0; i < STUDENTS; i++) {
                String token = student("s" + i);
                students.add(opening.submit(() -> devices(port, token)));
            }
            List<List<Listener>> all = new ArrayList<>();
            for (Future<List<Listener>> each : students) {
                all.add(each.get());
            }
            System.out.printf(
                    "MEASURED opening %d streams: %d ms%n",
                    STUDENTS * DEVICES, (System.nanoTime() - beganNanos) / 1_000_000);
            return all;
        }
    }

    private static List<Listener> devices(int port, String token) {
        List<Listener> devices = new ArrayList<>();
        for (int i = 0; i < DEVICES; i++) {
            Listener device = Listener.to(port, LIVE, token);
            assertThat(device.status()).isEqualTo(200);
            devices.add(device);
        }
        return devices;
    }

    /// What is in use after a collection, and what the system sees.
    private static void report(String when, ChildProcess service) throws Exception {
        command("GC.run", service);
        String heap = command("GC.heap_info", service);
        String resident = Files.readAllLines(Path.of("/proc/" + service.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("");
        System.out.println("MEASURED " + when + ": " + resident + "; " + heap);
    }

    private static String command(String command, ChildProcess service) throws Exception {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(service.pid()),
                        command)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.replaceAll("(?s)0x\\w+|\\[[^\\])]*\\)|\\s+", " ").replaceAll(" +", " ");
    }
}
