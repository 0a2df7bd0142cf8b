package dev.playhead.bench.ingest;

import dev.playhead.testing.student.WatchReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// Reports as players send them, each with an id of its own.
public final class Bodies {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Bodies() {}

    /// Of one by itself.
    public static byte[] single(WatchReport report) {
        return JSON.writeValueAsBytes(body(report));
    }

    /// Of many that a player had kept, and sends at once.
    static byte[] batch(List<WatchReport> reports, Instant sentAt) {
        return JSON.writeValueAsBytes(
                reports.stream().map(report -> element(report, sentAt)).toList());
    }

    private static Map<String, Object> element(WatchReport report, Instant sentAt) {
        SequencedMap<String, Object> element = body(report);
        element.put("video_id", report.video());
        element.put("sent_at", sentAt.toString());
        return element;
    }

    private static SequencedMap<String, Object> body(WatchReport report) {
        SequencedMap<String, Object> body = report.body();
        body.put("event_id", UUID.randomUUID().toString());
        return body;
    }
}
