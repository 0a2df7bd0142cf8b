package dev.playhead.bench.projection;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The limit: rows that are in memory, upserted into a table like ours. No log, no offsets, no
/// guard.
@SpringBootApplication(proxyBeanMethods = false)
@RestController
class BareUpsert {
    static final String FILE = "file";

    private final List<Writer> writers;
    private final ExecutorService threads = Executors.newFixedThreadPool(Writer.COUNT);

    BareUpsert(JdbcTemplate jdbc) {
        jdbc.execute("create table bench_progress (like material_progress including all)");
        writers = Writer.all(jdbc);
    }

    public static void main(String[] args) {
        SpringApplication.run(BareUpsert.class, args);
    }

    /// What is to be written next.
    @PutMapping("/rows")
    void load(@RequestBody Map<String, String> body) throws IOException {
        List<Standing> rows = read(Path.of(body.getOrDefault(FILE, "")));
        writers.forEach(writer -> writer.load(rows));
    }

    /// Writes it.
    @PostMapping("/write")
    Written write() throws InterruptedException, ExecutionException {
        long beganNanos = System.nanoTime();
        List<Future<Long>> running =
                writers.stream().map(writer -> threads.submit(writer::write)).toList();
        long rows = 0;
        for (Future<Long> each : running) {
            rows += each.get();
        }
        return new Written(rows, System.nanoTime() - beganNanos);
    }

    private static List<Standing> read(Path file) throws IOException {
        List<Standing> rows = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                rows.add(Standing.read(in));
            }
        } catch (EOFException e) {
            return rows;
        }
    }

    record Written(long rows, long nanos) {}
}
