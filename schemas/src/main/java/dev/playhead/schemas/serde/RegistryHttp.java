package dev.playhead.schemas.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The registry's HTTP: JSON there and back, the next address where one does not answer.
final class RegistryHttp {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private final List<String> addresses;
    private final @Nullable String authorization;

    private RegistryHttp(List<String> addresses, @Nullable String authorization) {
        this.addresses = addresses;
        this.authorization = authorization;
    }

    static RegistryHttp from(Map<String, ?> config) {
        Object url = config.get(SerdeSettings.REGISTRY_URL);
        if (url == null || url.toString().isBlank()) {
            throw new IllegalArgumentException(
                    SerdeSettings.REGISTRY_URL + " is not set: the address of the schema registry");
        }
        List<String> addresses = Arrays.stream(url.toString().split(","))
                .map(address -> address.strip().replaceAll("/+$", ""))
                .toList();
        Object user = config.get(SerdeSettings.USER_INFO);
        return new RegistryHttp(addresses, user == null ? null : "Basic " + base64(user.toString()));
    }

    static String encode(String pathSegment) {
        return URLEncoder.encode(pathSegment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonNode get(String path) {
        return ask("GET", path, null);
    }

    JsonNode post(String path, Map<String, String> body) {
        return ask("POST", path, body);
    }

    JsonNode put(String path, Map<String, String> body) {
        return ask("PUT", path, body);
    }

    private JsonNode ask(String method, String path, @Nullable Map<String, String> body) {
        IOException failure = new IOException("no address");
        for (String address : addresses) {
            try {
                HttpResponse<String> response =
                        CLIENT.send(request(method, address + path, body), BodyHandlers.ofString());
                if (response.statusCode() < 500) {
                    return answer(method + " " + address + path, response);
                }
                failure = new IOException("status " + response.statusCode());
            } catch (IOException e) {
                failure = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new RegistryUnreachableException("Interrupted while asking the registry", e);
            }
        }
        throw new RegistryUnreachableException(
                "The schema registry at " + String.join(", ", addresses) + " does not answer: " + failure, failure);
    }

    private HttpRequest request(String method, String url, @Nullable Map<String, String> body)
            throws JsonProcessingException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(TIMEOUT)
                .header("Accept", MEDIA_TYPE + ", application/json")
                .header("Content-Type", MEDIA_TYPE);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request.method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    private static JsonNode answer(String asked, HttpResponse<String> response) throws JsonProcessingException {
        if (response.statusCode() >= 300) {
            throw new RegistryException(
                    asked + " answered " + response.statusCode() + ": " + response.body(), response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
