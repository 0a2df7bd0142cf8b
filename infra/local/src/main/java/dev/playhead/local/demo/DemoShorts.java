package dev.playhead.local.demo;

import static java.util.stream.Collectors.groupingBy;

import dev.playhead.testing.student.ShortsCall;
import dev.playhead.testing.tokens.TokenRequest;
import dev.playhead.testing.tokens.Tokens;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.json.JsonMapper;

/// Students who have scrolled through shorts, days ago. Their players say it call by call, and all
/// students at once: whoever starts the demo waits.
record DemoShorts(Api api, Tokens tokens) {
    private static final int ACCEPTED = 202;
    private static final String WRITTEN = "Playhead-Written";

    /// In mock mode a call is answered and not kept. The first one tells, and the others are not made then.
    ///
    /// @return whether it is kept
    boolean watch(List<ShortsCall> calls) throws InterruptedException {
        ShortsCall first = calls.getFirst();
        boolean kept = post(first, token(first.student()))
                .headers()
                .firstValue(WRITTEN)
                .isPresent();
        if (kept) {
            watchAtOnce(calls.subList(1, calls.size()));
        }
        return kept;
    }

    private void watchAtOnce(List<ShortsCall> calls) throws InterruptedException {
        Map<String, List<ShortsCall>> byStudent = calls.stream().collect(groupingBy(ShortsCall::student));
        List<Callable<Integer>> students = byStudent.entrySet().stream()
                .map(each -> (Callable<Integer>) () -> post(each.getKey(), each.getValue()))
                .toList();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> each : all.invokeAll(students)) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new DemoFailedException(String.valueOf(e.getCause()), e);
        }
    }

    private int post(String student, List<ShortsCall> calls) throws InterruptedException {
        String token = token(student);
        for (ShortsCall call : calls) {
            HttpResponse<byte[]> unused = post(call, token);
        }
        return calls.size();
    }

    private HttpResponse<byte[]> post(ShortsCall call, String token) throws InterruptedException {
        HttpResponse<byte[]> answer =
                api.post(call.path(), token, JsonMapper.shared().writeValueAsBytes(call.body()));
        if (answer.statusCode() != ACCEPTED) {
            throw new DemoFailedException("POST " + call.path() + " was answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    private String token(String student) {
        return tokens.mint(TokenRequest.student(student));
    }
}
