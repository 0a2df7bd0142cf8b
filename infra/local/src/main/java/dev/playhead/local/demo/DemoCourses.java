package dev.playhead.local.demo;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Puts courses into the catalog where they are missing or differ.
record DemoCourses(Api api, String adminToken) {
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    /// @return how many were put
    int load(SequencedMap<String, byte[]> courses) throws InterruptedException {
        int put = 0;
        for (Map.Entry<String, byte[]> course : courses.entrySet()) {
            String path = "/api/catalog/courses/" + course.getKey();
            if (!isThere(path, course.getValue())) {
                put(path, course.getValue());
                put++;
            }
        }
        return put;
    }

    private boolean isThere(String path, byte[] wanted) throws InterruptedException {
        HttpResponse<byte[]> answer = api.get(path, adminToken);
        return answer.statusCode() == OK && says(json(answer.body()), json(wanted));
    }

    private void put(String path, byte[] course) throws InterruptedException {
        HttpResponse<byte[]> answer = api.put(path, adminToken, course);
        if (answer.statusCode() != ACCEPTED) {
            throw new DemoFailedException("PUT " + path + " was answered " + answer.statusCode() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    /// Whether all that is wanted is there. An answer says more than was put: version, defaults.
    static boolean says(JsonNode there, JsonNode wanted) {
        if (wanted.isObject()) {
            return wanted.propertyStream()
                    .allMatch(property -> says(there.path(property.getKey()), property.getValue()));
        }
        if (wanted.isArray()) {
            return there.size() == wanted.size() && allSaid(there, wanted);
        }
        return wanted.isNumber() ? there.isNumber() && there.asDouble() == wanted.asDouble() : there.equals(wanted);
    }

    private static boolean allSaid(JsonNode there, JsonNode wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!says(there.path(i), wanted.path(i))) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode json(byte[] bytes) {
        return JsonMapper.shared().readTree(bytes);
    }
}
