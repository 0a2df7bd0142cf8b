package dev.playhead.local.demo;

import dev.playhead.testing.student.WatchReport;
import dev.playhead.testing.tokens.TokenRequest;
import dev.playhead.testing.tokens.Tokens;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Students who have watched, days ago and offline: what each has to report comes as one batch.
record DemoClass(Api api, Tokens tokens) {
    private static final String PATH = "/api/progress/heartbeats";
    private static final int ACCEPTED = 202;

    void watch(List<WatchReport> reports) throws InterruptedException {
        Map<String, List<Map<String, Object>>> batches = new LinkedHashMap<>();
        for (WatchReport report : reports) {
            batches.computeIfAbsent(report.student(), student -> new ArrayList<>())
                    .add(heartbeat(report));
        }
        for (Map.Entry<String, List<Map<String, Object>>> batch : batches.entrySet()) {
            post(batch.getKey(), batch.getValue());
        }
    }

    private void post(String student, List<Map<String, Object>> batch) throws InterruptedException {
        String token = tokens.mint(TokenRequest.student(student));
        HttpResponse<byte[]> answer = api.post(PATH, token, JsonMapper.shared().writeValueAsBytes(batch));
        if (answer.statusCode() != ACCEPTED || !isWhole(answer.body())) {
            throw new DemoFailedException("POST " + PATH + " was answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private static boolean isWhole(byte[] answer) {
        JsonNode rejected = JsonMapper.shared().readTree(answer).path("rejected");
        return rejected.isEmpty();
    }

    private static Map<String, Object> heartbeat(WatchReport report) {
        Map<String, Object> heartbeat = new LinkedHashMap<>(report.body());
        heartbeat.put("video_id", report.video());
        return heartbeat;
    }
}
