package dev.playhead.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/// One student's player, which goes on from report to report and sends again what was not accepted.
final class Player {
    private static final String VIDEO = "video125";
    private static final double DURATION = 720;
    private static final double COMPLETED_AT = 576;
    private static final int ACCEPTED = 202;

    private final Client client;
    private final String student;
    private final double step;
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private volatile double position;
    private volatile double reached;
    private volatile String written = "";
    private String eventId = UUID.randomUUID().toString();
    private Instant occurredAt = Instant.now();

    /// @param step how many seconds of the video pass from report to report
    Player(Client client, String student, double step) {
        this.client = client;
        this.student = student;
        this.step = step;
        this.position = step;
    }

    String student() {
        return student;
    }

    /// The ids of what was accepted.
    List<String> accepted() {
        return accepted;
    }

    boolean hasCompleted() {
        return reached >= COMPLETED_AT;
    }

    /// Sends the next report; the same once more where the last was not accepted.
    void beat() {
        try {
            HttpResponse<String> answer = client.watch(VIDEO, report());
            if (answer.statusCode() == ACCEPTED) {
                reached = position;
                written = Client.written(answer);
                accepted.add(eventId);
                next();
            }
        } catch (IOException e) {
            // The connection broke: nobody knows whether it was taken, so it is sent again.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void verifyState() throws Exception {
        JsonNode status = client.statusAfter(written, VIDEO);
        // One that was never accepted may have been taken all the same, as its 503 said.
        assertThat(status.path("watch_time").asDouble()).as(student).isIn(reached, position);
        assertThat(status.path("progress_percentage").asDouble())
                .as(student)
                .isIn(percentage(reached), percentage(position));
        assertThat(status.path("completed").asBoolean() || !hasCompleted())
                .as(student)
                .isTrue();
    }

    private void next() {
        position = Math.min(position + step, DURATION);
        eventId = UUID.randomUUID().toString();
        occurredAt = Instant.now();
    }

    private String report() {
        return """
                {"watch_time":%s,"total_duration":%s,"event":"playing","session_id":"s-%s","event_id":"%s",
                 "occurred_at":"%s"}
                """.formatted(position, DURATION, student, eventId, occurredAt);
    }

    private static double percentage(double position) {
        return Math.round(position / DURATION * 10_000) / 100.0;
    }
}
