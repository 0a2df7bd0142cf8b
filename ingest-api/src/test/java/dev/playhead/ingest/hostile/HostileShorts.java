package dev.playhead.ingest.hostile;

import static dev.playhead.ingest.hostile.HostileReports.and;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Bodies and paths of shorts. Their JSON is written with single quotes.
final class HostileShorts {
    private static final String SHORTS = "/learning/api/shorts/";
    private static final List<String> NO_NUMBERS = HostileReports.NO_NUMBERS.stream()
            .filter(value -> !value.equals("null"))
            .toList();
    private static final List<String> NO_STRINGS = HostileReports.NO_STRINGS;
    private static final List<String> NO_EVENT_IDS = and(NO_STRINGS, "''", "'x'", "'1-1-1-1-1'");

    private static final Map<String, List<String>> WRONG_REPORTS = Map.ofEntries(
            Map.entry(
                    "shorts_id",
                    List.of(
                            "true",
                            "[]",
                            "{}",
                            "['s']",
                            "1.5",
                            "1e3",
                            "5",
                            "''",
                            "'t'",
                            "'S'",
                            "'s '",
                            "'\\u0000'",
                            "99999999999999999999999999")),
            Map.entry("watch_percentage", and(NO_NUMBERS, "100.0000001", "101", "-0.0000001")),
            Map.entry("watch_time_seconds", NO_NUMBERS),
            Map.entry("swipe_direction", and(NO_STRINGS, "''", "'left'", "'UP'", "'up\\u0000'", "'unknown'")),
            Map.entry("total_duration", and(NO_NUMBERS, "0", "39", "51")),
            Map.entry("session_id", and(NO_STRINGS, HostileReports.NO_IDS)),
            Map.entry("device_id", and(NO_STRINGS, HostileReports.NO_IDS)),
            Map.entry(
                    "occurred_at",
                    and(and(NO_STRINGS, HostileReports.NO_TIMES), "'9999-12-31T23:59:59Z'", "'0000-01-01T00:00:00Z'")),
            Map.entry("sent_at", and(NO_STRINGS, HostileReports.NO_TIMES)),
            Map.entry("event_id", NO_EVENT_IDS),
            Map.entry("student_id", NO_STRINGS));

    private static final Map<String, List<String>> WRONG_SHARES = Map.of(
            "channel",
            and(NO_STRINGS, "''", "' '", "'a\\u0000'", "'\\ud800'", "'" + "c".repeat(65) + "'"),
            "occurred_at",
            and(and(NO_STRINGS, HostileReports.NO_TIMES), "'9999-12-31T23:59:59Z'"),
            "sent_at",
            and(NO_STRINGS, HostileReports.NO_TIMES),
            "event_id",
            NO_EVENT_IDS,
            "student_id",
            NO_STRINGS);

    private HostileShorts() {}

    static Stream<Hostile> all() {
        return Stream.of(reports(), shares(), bodies(), paths()).flatMap(cases -> cases);
    }

    private static Stream<Hostile> reports() {
        return WRONG_REPORTS.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> post(SHORTS + "s/progress", wrong(field.getKey(), value), 422)
                                .naming(field.getKey())));
    }

    private static String wrong(String field, String value) {
        String sound = field.equals("watch_time_seconds") ? "" : "'watch_time_seconds': 1, ";
        return "{" + sound + "'note': '" + Target.SECRET_TEXT + "', '" + field + "': " + value + "}";
    }

    private static Stream<Hostile> shares() {
        return WRONG_SHARES.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(value -> post(SHORTS + "s/share", "{'" + field.getKey() + "': " + value + "}", 422)
                                .naming(field.getKey())));
    }

    /// Of each call that has one.
    private static Stream<Hostile> bodies() {
        return Stream.of("s/progress", "watch", "mock/progress", "s/share")
                .map(path -> SHORTS + path)
                .flatMap(path -> Stream.of(
                                HostileReports.NO_JSON.stream()
                                        .filter(json -> !json.isBlank())
                                        .map(json -> post(path, json, 400)),
                                HostileReports.NO_OBJECT.stream().map(json -> post(path, json, 422)),
                                HostileReports.NO_UTF8.stream()
                                        // An empty object in UTF-16 is a share like any other.
                                        .filter(hex -> !hex.startsWith("fe") && !hex.startsWith("fffe"))
                                        .map(hex -> post(path, HexFormat.of().parseHex(hex), 400, 422)),
                                Stream.of(
                                        post(path, "{'a': " + "[".repeat(1_000) + "]".repeat(1_000) + "}", 400),
                                        post(path, "{'shorts_id': " + "9".repeat(500_000) + "}", 400),
                                        post(path, "x".repeat(2 * 1024 * 1024), 413)))
                        .flatMap(cases -> cases));
    }

    private static Stream<Hostile> paths() {
        Stream<String> ids = Stream.of(
                "v",
                "S",
                "mock_1.1_1",
                "watch",
                "session",
                "a%2Fb",
                "..",
                "%2e%2e",
                "a%00b",
                "s;x=1",
                "%FF",
                "a%20b",
                "course:c",
                "session:1",
                "nobody-knows",
                "s".repeat(129),
                "${jndi:ldap:x}",
                "%E2%80%AE");
        return ids.flatMap(id -> Stream.of(
                path("POST", id + "/progress"),
                path("POST", id + "/like"),
                path("DELETE", id + "/like"),
                path("POST", id + "/share")));
    }

    private static Hostile path(String method, String path) {
        String head = Target.line(method + " " + SHORTS + path) + "\r\n" + Target.json() + "\r\n"
                + Target.bearer(Target.STUDENT);
        byte[] body = Hostile.latin("{\"watch_percentage\": 50}");
        return Hostile.of(method + " " + path, head, body, 400, 404);
    }

    private static Hostile post(String path, String json, Integer... statuses) {
        return post(path, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), statuses);
    }

    private static Hostile post(String path, byte[] body, Integer... statuses) {
        String head = Target.line("POST " + path) + "\r\n" + Target.json() + "\r\n" + Target.bearer(Target.STUDENT);
        String shown = new String(body, 0, Math.min(body.length, 40), StandardCharsets.ISO_8859_1);
        return Hostile.of(path.substring(SHORTS.length()) + " " + shown, head, body, statuses);
    }
}
