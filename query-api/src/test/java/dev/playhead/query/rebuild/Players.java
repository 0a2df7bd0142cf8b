package dev.playhead.query.rebuild;

import static dev.playhead.query.running.QueryService.student;
import static dev.playhead.query.running.Written.at;

import dev.playhead.query.running.Answer;
import dev.playhead.query.running.Api;
import dev.playhead.query.running.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Students who watch and ask at once where they stand, and one who only asks, until they are
/// stopped. Whatever is not as it must be is a complaint.
final class Players implements AutoCloseable {
    private static final List<String> STUDENTS = List.of("ana", "ben", "eva", "kai");

    private final Api api;
    private final Written written;
    private final Map<String, Long> expected = new TreeMap<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicLong answers = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean isStopping;

    /// @param settled a student whose position nobody changes
    Players(Api api, Written written, String settled, long settledMs) {
        this.api = api;
        this.written = written;
        threads.add(Thread.ofPlatform().start(this::watch));
        threads.add(Thread.ofPlatform().start(() -> ask(settled, settledMs)));
        threads.add(Thread.ofPlatform().start(() -> ask(settled, settledMs)));
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    long answers() {
        return answers.get();
    }

    /// Stops them.
    ///
    /// @return by `student/video`, where they are now
    Map<String, Long> stopped() throws InterruptedException {
        isStopping = true;
        for (Thread thread : threads) {
            thread.join();
        }
        return expected;
    }

    @Override
    public void close() throws InterruptedException {
        stopped();
    }

    private void watch() {
        for (int second = 1; !isStopping; second++) {
            String student = STUDENTS.get(second % STUDENTS.size());
            long positionMs = second * 10L;
            String token = written.put(at(student, "video123", positionMs));
            expected.put(student + "/video123", positionMs);
            Answer answer = status(student, "Playhead-Read-After", token);
            check(answer, positionMs, student);
            if (answer.status() == 200 && !"true".equals(answer.header("Playhead-Fresh"))) {
                complaints.add(student + " at " + positionMs + " was not told of the write");
            }
            // What was seen once is seen from then on.
            check(status(student), positionMs, student);
        }
    }

    private void ask(String student, long positionMs) {
        while (!isStopping) {
            check(status(student), positionMs, student);
        }
    }

    private Answer status(String student, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + student(student)));
        all.addAll(List.of(headers));
        return api.get("/api/progress/video/video123/status", all.toArray(String[]::new));
    }

    private void check(Answer answer, long positionMs, String student) {
        answers.incrementAndGet();
        if (answer.status() != 200) {
            complaints.add(answer.status() + ": " + answer.text());
        } else if (Math.round(answer.json().get("watch_time").doubleValue() * 1_000) != positionMs) {
            complaints.add(student + " is at " + positionMs + " and was told: " + answer.text());
        }
    }
}
