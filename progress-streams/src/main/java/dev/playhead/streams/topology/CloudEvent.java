package dev.playhead.streams.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/// What the headers of a completion say, in the binary mode of CloudEvents over Kafka, so that a
/// consumer that knows those can route and deduplicate without reading the value.
///
/// @param id the event's own
/// @param type what happened
/// @param subject to whom and what
/// @param time when it happened
record CloudEvent(String id, String type, String subject, Instant time) {
    static final String MATERIAL_COMPLETED = "dev.playhead.material.completed";
    static final String COURSE_COMPLETED = "dev.playhead.course.completed";

    private static final String SOURCE = "/playhead/progress-streams";

    void writeTo(Headers headers) {
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", id);
        add(headers, "ce_source", SOURCE);
        add(headers, "ce_type", type);
        add(headers, "ce_subject", subject);
        add(headers, "ce_time", time.toString());
        add(headers, "content-type", "application/avro");
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
