package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// One of a student's devices, on which shorts are played. What it writes is accepted, and it says
/// by which token.
///
/// @param name of the device, and of its player's session
record ShortsDevice(Client student, String name) {
    private static final String SHORTS = "/learning/api/shorts/";

    /// As the player of the document reports, and when it happened beside.
    String reports(String id, double percentage, double seconds, String swipe, Instant at) throws Exception {
        return report(
                id,
                Map.of(
                        "shorts_id", id,
                        "watch_percentage", percentage,
                        "watch_time_seconds", seconds,
                        "swipe_direction", swipe,
                        "session_id", name,
                        "device_id", name,
                        "occurred_at", at.toString()));
    }

    /// Exactly as the player of the document reports.
    String reports(String id, double percentage, double seconds) throws Exception {
        return report(
                id,
                Map.of(
                        "shorts_id", id,
                        "watch_percentage", percentage,
                        "watch_time_seconds", seconds,
                        "swipe_direction", "none"));
    }

    String likes(String id) throws Exception {
        return Client.written(accepted(student.send("POST", SHORTS + id + "/like", "")));
    }

    String shares(String id, UUID eventId) throws Exception {
        String body = json(Map.of("channel", "link", "event_id", eventId.toString()));
        return Client.written(accepted(student.send("POST", SHORTS + id + "/share", body)));
    }

    /// What was watched without a connection, as soon as there is one.
    String catchesUp(List<Offline> heartbeats) throws Exception {
        List<Map<String, Object>> batch =
                heartbeats.stream().map(each -> each.json(name)).toList();
        HttpResponse<String> answer = accepted(student.send("POST", "/api/progress/heartbeats", json(batch)));
        assertThat(answer.body()).startsWith("{\"accepted\":" + batch.size() + ",");
        return Client.written(answer);
    }

    private String report(String id, Map<String, Object> body) throws Exception {
        return Client.written(accepted(student.send("POST", SHORTS + id + "/progress", json(body))));
    }

    private static HttpResponse<String> accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer;
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    /// A heartbeat that waited.
    record Offline(String id, double seconds, double duration, Instant at) {
        private Map<String, Object> json(String device) {
            return Map.of(
                    "video_id", id,
                    "watch_time", seconds,
                    "total_duration", duration,
                    "session_id", device,
                    "device_id", device,
                    "occurred_at", at.toString());
        }
    }
}
