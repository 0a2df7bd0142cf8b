package dev.playhead.local.demo;

import dev.playhead.testing.student.WatchReport;
import dev.playhead.testing.tokens.TokenRequest;
import dev.playhead.testing.tokens.Tokens;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.json.JsonMapper;

/// Students who watch: each player sends its reports one after the other, all players at once.
record DemoClass(Api api, Tokens tokens) {
    private static final int ACCEPTED = 202;

    void watch(List<WatchReport> reports) throws InterruptedException {
        Map<String, String> ofStudents = new LinkedHashMap<>();
        Map<List<String>, List<WatchReport>> players = new LinkedHashMap<>();
        for (WatchReport report : reports) {
            ofStudents.computeIfAbsent(report.student(), student -> tokens.mint(TokenRequest.student(student)));
            players.computeIfAbsent(List.of(report.student(), report.video()), player -> new ArrayList<>())
                    .add(report);
        }
        Collection<Callable<Void>> work = players.values().stream()
                .<Callable<Void>>map(player -> () -> {
                    post(player, ofStudents.getOrDefault(player.getFirst().student(), ""));
                    return null;
                })
                .toList();
        allAtOnce(work);
    }

    private static void allAtOnce(Collection<Callable<Void>> work) throws InterruptedException {
        try (ExecutorService players = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : players.invokeAll(work)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DemoFailedException failed
                    ? failed
                    : new DemoFailedException("A player failed: " + e.getCause(), e);
        }
    }

    private void post(List<WatchReport> player, String token) throws InterruptedException {
        for (WatchReport report : player) {
            String path = "/api/progress/video/" + report.video() + "/watch-time";
            HttpResponse<byte[]> answer = api.post(path, token, body(report));
            if (answer.statusCode() != ACCEPTED) {
                throw new DemoFailedException("POST " + path + " was answered " + answer.statusCode() + ": "
                        + new String(answer.body(), StandardCharsets.UTF_8));
            }
        }
    }

    private static byte[] body(WatchReport report) {
        return JsonMapper.shared().writeValueAsBytes(report.body());
    }
}
