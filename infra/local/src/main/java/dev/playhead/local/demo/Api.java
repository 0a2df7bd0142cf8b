package dev.playhead.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A client as the HTTP contract wants one: what is refused for now is sent again when the answer says.
final class Api implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int ATTEMPTS_MAX = 10;
    private static final int AT_ONCE_MAX = 16;
    private static final long RETRY_AFTER_DEFAULT_S = 1;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final URI frontDoor;
    private final HttpClient client;
    private final Semaphore atOnce = new Semaphore(AT_ONCE_MAX);

    Api(URI frontDoor) {
        this.frontDoor = frontDoor;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .build();
    }

    HttpResponse<byte[]> get(String path, String token) throws InterruptedException {
        return send(request(path, token).GET().build());
    }

    HttpResponse<byte[]> put(String path, String token, byte[] body) throws InterruptedException {
        return send(request(path, token).PUT(BodyPublishers.ofByteArray(body)).build());
    }

    HttpResponse<byte[]> post(String path, String token, byte[] body) throws InterruptedException {
        return send(request(path, token).POST(BodyPublishers.ofByteArray(body)).build());
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(frontDoor.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<byte[]> answer = sendOnce(request);
                if (!isForNow(answer.statusCode()) || attempt == ATTEMPTS_MAX) {
                    return answer;
                }
                TimeUnit.SECONDS.sleep(
                        answer.headers().firstValueAsLong("Retry-After").orElse(RETRY_AFTER_DEFAULT_S));
            } catch (IOException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw new DemoFailedException(request.method() + " " + request.uri() + ": " + e.getMessage(), e);
                }
                TimeUnit.SECONDS.sleep(RETRY_AFTER_DEFAULT_S);
            }
        }
    }

    private HttpResponse<byte[]> sendOnce(HttpRequest request) throws IOException, InterruptedException {
        atOnce.acquire();
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } finally {
            atOnce.release();
        }
    }

    private static boolean isForNow(int status) {
        return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
    }
}
