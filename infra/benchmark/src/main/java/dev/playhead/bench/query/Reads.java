package dev.playhead.bench.query;

import dev.playhead.bench.load.Http;
import dev.playhead.bench.load.OpenLoop.Call;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The reads that are measured, each with the select that it is measured against. Whose they are
/// changes from call to call.
record Reads(Http http, Watched watched, Function<String, String> tokens, String ours, String limit) {
    /// @param perSecond so few that nothing queues: what is compared is how long one takes
    record Read(String path, int perSecond, Call ours, Call limit) {}

    /// A call for a student.
    interface OfStudent {
        void make(String student) throws Exception;
    }

    private static final String IDS = Watched.VIDEOS.stream()
            .map(id -> '"' + id + '"')
            .collect(Collectors.joining(",", "{\"video_ids\":[", "]}"));

    List<Read> all() {
        return List.of(
                read(
                        "status",
                        200,
                        student ->
                                http.get(ours + "/api/progress/video/" + anyVideo() + "/status", tokens.apply(student)),
                        student -> http.get(limit + "/" + student + "/" + anyVideo(), tokens.apply(student))),
                read(
                        "batch of 100",
                        100,
                        student -> http.post(ours + "/api/progress/videos/batch", tokens.apply(student), IDS),
                        student -> http.post(limit + "/" + student, tokens.apply(student), IDS)),
                read(
                        "course of 100",
                        100,
                        student -> http.get(ours + "/api/progress/course/" + Watched.COURSE, tokens.apply(student)),
                        student -> http.get(limit + "/" + student, tokens.apply(student))),
                read(
                        "continue watching",
                        100,
                        student -> http.get(ours + "/api/progress/continue-watching", tokens.apply(student)),
                        student -> http.get(limit + "/" + student, tokens.apply(student))));
    }

    private Read read(String path, int perSecond, OfStudent ours, OfStudent limit) {
        return new Read(path, perSecond, ofAnyone(ours), ofAnyone(limit));
    }

    private Call ofAnyone(OfStudent call) {
        return () -> call.make(watched.anyone(ThreadLocalRandom.current()));
    }

    private static String anyVideo() {
        return Watched.VIDEOS.get(ThreadLocalRandom.current().nextInt(Watched.VIDEOS.size()));
    }
}
