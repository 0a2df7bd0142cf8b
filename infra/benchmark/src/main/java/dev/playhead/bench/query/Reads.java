package dev.playhead.bench.query;

import dev.playhead.bench.load.Expected;
import dev.playhead.bench.load.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The reads that are measured, each with the select that it is measured against. Whose they are
/// changes from call to call.
record Reads(Watched watched, Function<String, String> tokens) {
    /// @param perSecond so few that nothing queues: what is compared is how long one takes
    record Read(String path, int perSecond, Supplier<Expected> ours, Supplier<Expected> limit) {}

    private interface OfStudent {
        Request by(String student, String token);
    }

    private static final byte[] IDS = Watched.VIDEOS.stream()
            .map(id -> '"' + id + '"')
            .collect(Collectors.joining(",", "{\"video_ids\":[", "]}"))
            .getBytes(StandardCharsets.UTF_8);

    List<Read> all() {
        return List.of(
                read(
                        "status",
                        200,
                        (student, token) -> Request.get("/api/progress/video/" + anyVideo() + "/status", token),
                        (student, token) -> Request.get("/" + student + "/" + anyVideo(), token)),
                read(
                        "batch of 100",
                        100,
                        (student, token) -> Request.post("/api/progress/videos/batch", token, IDS),
                        (student, token) -> Request.post("/" + student, token, IDS)),
                read(
                        "course of 100",
                        100,
                        (student, token) -> Request.get("/api/progress/course/" + Watched.COURSE, token),
                        (student, token) -> Request.get("/" + student, token)),
                read(
                        "continue watching",
                        100,
                        (student, token) -> Request.get("/api/progress/continue-watching", token),
                        (student, token) -> Request.get("/" + student, token)));
    }

    private Read read(String path, int perSecond, OfStudent ours, OfStudent limit) {
        return new Read(path, perSecond, ofAnyone(ours), ofAnyone(limit));
    }

    private Supplier<Expected> ofAnyone(OfStudent read) {
        return () -> {
            String student = watched.anyone(ThreadLocalRandom.current());
            return Expected.ok(read.by(student, tokens.apply(student)), "{");
        };
    }

    private static String anyVideo() {
        return Watched.VIDEOS.get(ThreadLocalRandom.current().nextInt(Watched.VIDEOS.size()));
    }
}
