package dev.playhead.query.live;

import static dev.playhead.query.running.QueryService.student;
import static org.awaitility.Awaitility.await;

import dev.playhead.query.running.QueryService;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The listeners of a test; when it is over they leave.
final class Listeners implements AfterEachCallback {
    static final String LIVE = "/api/progress/live";
    private final List<AutoCloseable> open = new ArrayList<>();

    /// To the student's own progress.
    Listener own(QueryService service, String student, String... headers) {
        return to(service, LIVE, student(student), headers);
    }

    /// Where it is let in, it is when this returns.
    Listener to(QueryService service, String path, String token, String... headers) {
        Listener listener = closing(Listener.to(service.port(), path, token, headers));
        if (listener.status() == 200) {
            await().until(() -> !listener.heard().isEmpty());
        }
        return listener;
    }

    <T extends AutoCloseable> T closing(T client) {
        open.add(client);
        return client;
    }

    static String resuming(String id) {
        return "Last-Event-ID: " + id;
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        open.clear();
    }
}
