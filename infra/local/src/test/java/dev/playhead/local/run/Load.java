package dev.playhead.local.run;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Students who report as fast as they are answered, each time another video, and send again what
/// was not accepted.
final class Load implements AutoCloseable {
    static final long PLAYED_MS = 10_000;

    private static final int STUDENTS = 8;
    private static final int ACCEPTED = 202;
    private static final Duration MORE_WITHIN = Duration.ofSeconds(60);

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final ExecutorService students = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean stopped;

    private Load() {}

    static Load on(Shipped ingest) {
        Load load = new Load();
        for (int n = 0; n < STUDENTS; n++) {
            Client client = ingest.client("load-" + n);
            load.students.execute(() -> load.report(client));
        }
        return load;
    }

    void awaitMore(int events) {
        int before = accepted.size();
        await().atMost(MORE_WITHIN).until(() -> accepted.size() >= before + events);
    }

    /// @return the ids of what was accepted
    Set<String> end() {
        close();
        return Set.copyOf(accepted);
    }

    @Override
    public void close() {
        stopped = true;
        students.close();
    }

    private void report(Client client) {
        while (!stopped) {
            String id = UUID.randomUUID().toString();
            boolean isAccepted = false;
            while (!isAccepted && !stopped) {
                isAccepted = send(client, id);
            }
            if (isAccepted) {
                accepted.add(id);
            }
        }
    }

    private static boolean send(Client client, String id) {
        String body = """
                {"event_id": "%s", "watch_time": 10, "total_duration": 600, "played": [[0, 10]]}""".formatted(id);
        try {
            return client.watch(id, body).statusCode() == ACCEPTED;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
