package dev.playhead.ingest.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Bodies of courses. Their JSON is written with single quotes.
final class HostileCourses {
    private static final List<String> NO_TEXT =
            List.of("5", "true", "[]", "{}", "''", "' '", "'\\u0000'", "'\\ud800'", "'" + "t".repeat(6_000) + "'");
    private static final List<String> NO_OBJECT = List.of("5", "true", "[]", "'x'");
    private static final List<String> NO_PERCENT =
            List.of("'80'", "true", "[]", "{}", "0", "101", "1.5", "-1", "1e999");

    private static final Map<String, List<String>> OF_COURSE = Map.of(
            "title", NO_TEXT,
            "completion", NO_OBJECT,
            "chapters",
                    List.of("5", "true", "{}", "'x'", "[5]", "[null]", "[[]]", "[{}]", "[{'id': 'a b', 'title': 'T'}]"),
            "id", List.of("5", "'y'", "[]"),
            "version", List.of("'1'", "0", "1.5", "[]"),
            "unknown", List.of("1", "null"),
            "__proto__", List.of("{}"));

    private static final Map<String, List<String>> OF_MATERIAL = Map.ofEntries(
            Map.entry("id", List.of("5", "[]", "{}", "''", "'a b'", "'../..'", "'course:x'", "'mock_1'")),
            Map.entry("kind", List.of("5", "'video'", "'PDF'", "[]")),
            Map.entry("title", NO_TEXT),
            Map.entry("duration", List.of("'600'", "true", "[]", "0", "-1", "1e999", "604801", "0.0001")),
            Map.entry("description", NO_TEXT),
            Map.entry("url", NO_TEXT),
            Map.entry("aspect_ratio", List.of("5", "'16/9'", "'0:0'", "'999999:1'")),
            Map.entry("module_ref", List.of("5", "'a b'", "'..'")),
            Map.entry("sequence", List.of("'1'", "-1", "1.5", "2147483648")),
            Map.entry("published", List.of("'true'", "1", "[]")),
            Map.entry("completion", NO_OBJECT),
            Map.entry("unknown", List.of("1")));

    private HostileCourses() {}

    static Stream<Hostile> all() {
        return Stream.of(
                        wrong(OF_COURSE, HostileCourses::course),
                        wrong(OF_MATERIAL, HostileCourses::material),
                        NO_PERCENT.stream().map(value -> course("completion", "{'video_threshold': " + value + "}")),
                        NO_PERCENT.stream().map(value -> material("completion", "{'threshold': " + value + "}")),
                        Stream.of(course("chapters", "[" + chapter("a") + "," + chapter("a") + "]")))
                .flatMap(cases -> cases);
    }

    private static Stream<Hostile> wrong(
            Map<String, List<String>> fields, java.util.function.BiFunction<String, String, Hostile> body) {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> body.apply(field.getKey(), value)));
    }

    private static Hostile course(String field, String value) {
        String title = field.equals("title") ? "" : "'title': 'T', ";
        return put("{" + title + "'" + field + "': " + value + "}").naming(field);
    }

    private static Hostile material(String field, String value) {
        StringBuilder material = new StringBuilder("{'" + field + "': " + value);
        Map.of("id", "'m'", "kind", "'VIDEO'", "title", "'T'", "duration", "600")
                .forEach((name, sound) -> {
                    if (!name.equals(field)) {
                        material.append(", '").append(name).append("': ").append(sound);
                    }
                });
        return put("{'title': 'T', 'chapters': [{'id': 'c', 'title': 'C', 'materials': [" + material + "}]}]}")
                .naming("materials[0]." + field);
    }

    private static String chapter(String id) {
        return "{'id': '" + id + "', 'title': 'C'}";
    }

    private static Hostile put(String json) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Hostile.of("course " + json, Target.put(), body, 422);
    }
}
