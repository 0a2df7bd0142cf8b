package dev.playhead.ingest.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Bodies of heartbeats. Their JSON is written with single quotes.
final class HostileReports {
    static final List<String> NO_NUMBERS =
            List.of("'1'", "true", "[]", "{}", "'NaN'", "-1", "1e999", "-1e999", "604801", "null", "1e2147483647");
    static final List<String> NO_STRINGS = List.of("5", "true", "[]", "{}", "-0", "[null]");
    static final List<String> NO_IDS = List.of(
            "''",
            "'a b'",
            "'a/b'",
            "'..'",
            "'.'",
            "'\\u0000'",
            "'\\ud800'",
            "'ä'",
            "'mock'",
            "'" + "s".repeat(129) + "'");
    static final List<String> NO_TIMES = List.of(
            "''",
            "'now'",
            "'2026-13-45T99:99:99Z'",
            "'2026-11-21'",
            "'2026-11-21T08:30:00'",
            "'+999999999-12-31T23:59:59Z'",
            "'1763712000'");

    private static final Map<String, List<String>> WRONG = Map.ofEntries(
            Map.entry("watch_time", NO_NUMBERS),
            Map.entry("total_duration", NO_NUMBERS),
            Map.entry("event", and(NO_STRINGS, "''", "'exploding'", "'PLAYING'", "'playing\\u0000'")),
            Map.entry("session_id", and(NO_STRINGS, NO_IDS)),
            Map.entry("device_id", and(NO_STRINGS, NO_IDS)),
            Map.entry(
                    "sequence",
                    List.of("'1'", "true", "[]", "{}", "-1", "1.5", "1e3", "1e999", "92233720368547758080")),
            Map.entry("playback_rate", List.of("'1'", "true", "[]", "{}", "-1", "17", "1e999")),
            Map.entry(
                    "occurred_at", and(and(NO_STRINGS, NO_TIMES), "'9999-12-31T23:59:59Z'", "'0000-01-01T00:00:00Z'")),
            Map.entry("sent_at", and(NO_STRINGS, NO_TIMES)),
            Map.entry(
                    "event_id", and(NO_STRINGS, "''", "'x'", "'1-1-1-1-1'", "'zb9a4e57-94dd-4e8b-9a5a-3c2e5f0a1b2c'")),
            Map.entry(
                    "played",
                    List.of(
                            "5",
                            "true",
                            "{}",
                            "'all'",
                            "[5]",
                            "[[]]",
                            "[[1]]",
                            "[[1, 2, 3]]",
                            "[['0', 1]]",
                            "[[2, 1]]",
                            "[[-1, 1]]",
                            "[[0, 1e999]]",
                            "[[[0, 1]]]",
                            "[null]",
                            "[[null, 1]]")),
            Map.entry("student_id", NO_STRINGS));

    static final List<String> NO_JSON = List.of(
            "",
            " ",
            "{",
            "}",
            "{'watch_time': 1, 'total_duration': 600",
            "{'watch_time': NaN, 'total_duration': 600}",
            "{'watch_time': -Infinity, 'total_duration': 600}",
            "{'watch_time': 01, 'total_duration': 600}",
            "{'watch_time': +1, 'total_duration': 600}",
            "{'watch_time': .5, 'total_duration': 600}",
            "{'watch_time': 1., 'total_duration': 600}",
            "{'watch_time': 1e, 'total_duration': 600}",
            "{'watch_time': 0x1F, 'total_duration': 600}",
            "{'watch_time': -, 'total_duration': 600}",
            "{'watch_time': 1, 'watch_time': 2, 'total_duration': 600}",
            "{'a': {'b': 1, 'b': 2}, 'watch_time': 1, 'total_duration': 600}",
            "{'watch_time': 1, 'total_duration': 600} {}",
            "{'watch_time': 1, 'total_duration': 600,}",
            "{'watch_time': 1 /* one */, 'total_duration': 600}",
            "{watch_time: 1, 'total_duration': 600}",
            "{'watch_time': 1, 'total_duration': 600, 'session_id': 'a\u0000'}",
            "{'watch_time': 1, 'total_duration': 600, 'session_id': 'a\n'}",
            "{'watch_time': 1, 'total_duration': 600, 'session_id': '\\x'}",
            "{'watch_time': 1, 'total_duration': 600, 'session_id': 'a",
            "watch_time=1&total_duration=600",
            "<heartbeat/>",
            "undefined");

    static final List<String> NO_OBJECT = List.of("null", "5", "true", "'text'", "[]", "[{}]", "[[[]]]", "-0");

    /// Overlong, cut short, surrogates, beyond Unicode, other encodings.
    static final List<String> NO_UTF8 = List.of(
            "ff", "c0af", "eda080", "f4908080", "e282", "80", "7b22ff223a317d", "00", "fffe7b007d00", "feff007b007d");

    private HostileReports() {}

    static Stream<Hostile> all() {
        return Stream.of(
                        wrongFields(),
                        NO_JSON.stream().map(json -> report(json, 400)),
                        NO_OBJECT.stream().map(json -> report(json, 422).naming("body")),
                        NO_UTF8.stream().map(HostileReports::bytes),
                        deep(),
                        large())
                .flatMap(cases -> cases);
    }

    private static Stream<Hostile> wrongFields() {
        return WRONG.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> wrong(field.getKey(), value)));
    }

    private static Hostile wrong(String field, String value) {
        String sound = switch (field) {
            case "watch_time" -> "'total_duration': 600";
            case "total_duration" -> "'watch_time': 0";
            default -> "'watch_time': 1, 'total_duration': 600";
        };
        String secret = ", 'note': '" + Target.SECRET_TEXT + "'";
        return report("{" + sound + secret + ", '" + field + "': " + value + "}", 422)
                .naming(field);
    }

    private static Hostile report(String json, int status) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Hostile.of("report " + json, Target.watch(), body, status);
    }

    private static Hostile bytes(String hex) {
        return Hostile.of("bytes " + hex, Target.watch(), HexFormat.of().parseHex(hex), 400, 422);
    }

    private static Stream<Hostile> deep() {
        return Stream.of(33, 1_000, 100_000)
                .flatMap(depth -> Stream.of(
                        report("{'a': " + "[".repeat(depth) + "]".repeat(depth) + "}", 400),
                        report("{'a':".repeat(depth) + "1" + "}".repeat(depth), 400),
                        report("[".repeat(depth), 400)));
    }

    private static Stream<Hostile> large() {
        String ten = "x".repeat(10 * 1024 * 1024);
        return Stream.of(
                report("{'watch_time': " + "9".repeat(500_000) + ", 'total_duration': 600}", 400),
                report("{'watch_time': 0." + "1".repeat(500_000) + ", 'total_duration': 600}", 400),
                report("{'" + "k".repeat(900_000) + "': 1}", 400, 422),
                report("{" + "'a': 1,".repeat(100_000) + "'b': 1}", 400),
                report("[" + "0,".repeat(400_000) + "0]", 422),
                report("{'watch_time': 1, 'total_duration': 600, 'session_id': '" + ten + "'}", 413),
                report(ten, 413));
    }

    private static Hostile report(String json, int status, int or) {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Hostile.of("report " + json, Target.watch(), body, status, or);
    }

    static List<String> and(List<String> values, String... more) {
        return and(values, Arrays.asList(more));
    }

    static List<String> and(List<String> values, List<String> more) {
        return Stream.concat(values.stream(), more.stream()).toList();
    }
}
