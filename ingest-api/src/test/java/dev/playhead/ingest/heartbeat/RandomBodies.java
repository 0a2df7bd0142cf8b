package dev.playhead.ingest.heartbeat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Bodies of heartbeats: mostly right ones, with here and there a value that is unusual or wrong.
final class RandomBodies {
    static final String NOW = "2026-11-21T08:30:00Z";

    private static final int ODD_OF = 30;
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "5",
            "-5",
            "1e2",
            "\"\"",
            "\"x y\"",
            "\"mock_1\"",
            "[]",
            "[1]",
            "{}",
            "{\"a\": 1.50}",
            "\"5\"");
    private static final List<String> ODD_NUMBERS = List.of(
            "-0",
            "-0.0",
            "6e2",
            "0",
            "0.0004999",
            "0.0005",
            "600.0000000000001",
            "600.000000000001",
            "599.9999999999999999",
            "600.0",
            "604800.000000000001",
            "604800",
            "1234567",
            "1e999",
            "12345678901234567890",
            "123456789012345678");
    private static final List<String> ODD_TIMES = List.of(
            "2026-11-21T08:29:00+00:00",
            "2026-11-21t08:29:00z",
            "2026-11-21T08:35:00.001Z",
            "2026-11-21T24:00:00Z",
            "2026-10-22T08:29:59.999Z",
            "1969-12-31T23:59:59.999Z",
            "2026-13-01T00:00:00Z",
            "2026-11-21T08:29:00.1234567890Z",
            "now");

    private final SplittableRandom dice;

    RandomBodies(SplittableRandom dice) {
        this.dice = dice;
    }

    String next() {
        if (dice.nextInt(100) == 0) {
            return oneOf(ODD);
        }
        List<String> fields = new ArrayList<>();
        add(fields, 98, "video_id", () -> dice.nextInt(40) == 0 ? "\"elsewhere\"" : "\"v\"");
        add(fields, 99, "watch_time", () -> number(599));
        add(fields, 99, "total_duration", () -> dice.nextInt(20) == 0 ? number(700) : "600");
        add(fields, 80, "event", () -> "\"" + oneOf(List.of("playing", "paused", "seeked", "ended", "closed")) + "\"");
        add(fields, 80, "session_id", () -> "\"s-" + dice.nextInt(9) + "\"");
        add(fields, 80, "device_id", () -> "\"d:" + dice.nextInt(9) + "\"");
        add(fields, 80, "sequence", () -> Integer.toString(dice.nextInt(5_000)));
        add(fields, 60, "playback_rate", () -> number(dice.nextInt(20) == 0 ? 17 : 3));
        add(fields, 70, "played", this::played);
        add(fields, 97, "occurred_at", () -> time("2026-11-21T08:29:%02d"));
        add(fields, 60, "sent_at", () -> time("2026-11-21T08:30:%02d"));
        add(fields, 60, "event_id", this::uuid);
        add(fields, 60, "student_id", () -> dice.nextInt(30) == 0 ? "\"bo\"" : "\"ana\"");
        add(fields, 20, "app", () -> oneOf(ODD));
        return fields.stream().collect(Collectors.joining(", ", "{", "}"));
    }

    /// One with a byte that does not belong there, or without its end, or that names a field twice.
    byte[] broken() {
        String body = next();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int at = dice.nextInt(bytes.length);
        switch (dice.nextInt(3)) {
            case 0 -> bytes[at] = (byte) dice.nextInt(256);
            case 1 -> bytes = Arrays.copyOf(bytes, at);
            default ->
                bytes = body.replace("}", ", \"app\": 1, \"%s\": 1}".formatted(dice.nextBoolean() ? "app" : "video_id"))
                        .getBytes(StandardCharsets.UTF_8);
        }
        return bytes;
    }

    private void add(List<String> fields, int percent, String name, Supplier<String> usual) {
        if (dice.nextInt(100) < percent) {
            String value = dice.nextInt(ODD_OF) == 0 ? odd() : usual.get();
            fields.add(dice.nextInt(fields.size() + 1), "\"%s\": %s".formatted(name, value));
        }
    }

    private String odd() {
        return switch (dice.nextInt(3)) {
            case 0 -> oneOf(ODD_NUMBERS);
            case 1 -> "\"" + oneOf(ODD_TIMES) + "\"";
            default -> oneOf(ODD);
        };
    }

    private String number(int below) {
        String whole = Integer.toString(dice.nextInt(below));
        int digits = dice.nextInt(dice.nextInt(10) == 0 ? 17 : 5);
        return digits == 0 ? whole : whole + "." + digits(digits);
    }

    private String digits(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(dice.nextInt(10)))
                .collect(Collectors.joining());
    }

    private String played() {
        return IntStream.range(0, dice.nextInt(4)).mapToObj(i -> pair()).collect(Collectors.joining(", ", "[", "]"));
    }

    private String pair() {
        if (dice.nextInt(40) == 0) {
            return oneOf(List.of(
                    "[]", "[1]", "[1, 2, 3]", "[2, 1]", "[1, null]", "[[1], 2]", "7", "null", "{}", "[1e1, 20]"));
        }
        return "[%s, %s]".formatted(number(300), dice.nextInt(30) == 0 ? odd() : "3" + digits(2) + ".5");
    }

    private String time(String form) {
        int digits = dice.nextInt(10);
        return "\"%s%sZ\"".formatted(form.formatted(dice.nextInt(60)), digits == 0 ? "" : "." + digits(digits));
    }

    private String uuid() {
        String uuid = "%016x%016x"
                .formatted(dice.nextLong(), dice.nextLong())
                .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        return "\"%s\""
                .formatted(
                        switch (dice.nextInt(40)) {
                            case 0 -> uuid.toUpperCase(Locale.ROOT);
                            case 1 -> uuid.substring(1);
                            case 2 -> uuid.replace('-', '_');
                            default -> uuid;
                        });
    }

    private String oneOf(List<String> of) {
        return of.get(dice.nextInt(of.size()));
    }
}
