package dev.playhead.ingest;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Bodies of requests.
public final class Bodies {
    private Bodies() {}

    /// A course of one chapter with videos of 600 s.
    public static String course(String title, String... videos) {
        return course(title, "VIDEO", 600, videos);
    }

    /// The same with shorts of 45 s.
    public static String shorts(String title, String... shorts) {
        return course(title, "SHORT", 45, shorts);
    }

    private static String course(String title, String kind, int seconds, String... ids) {
        String materials = Arrays.stream(ids)
                .map(id -> "{\"id\":\"" + id + "\",\"kind\":\"" + kind + "\",\"title\":\"" + id + "\",\"duration\":"
                        + seconds + "}")
                .collect(Collectors.joining(","));
        return "{\"title\":\"" + title + "\",\"chapters\":[{\"id\":\"c1\",\"title\":\"One\",\"materials\":[" + materials
                + "]}]}";
    }

    /// As the documents' player reports it.
    public static String watchedShort(String id, String percentage, String seconds, String swipe) {
        return "{\"shorts_id\":\"%s\",\"watch_percentage\":%s,\"watch_time_seconds\":%s,\"swipe_direction\":\"%s\"}"
                .formatted(id, percentage, seconds, swipe);
    }

    public static String watched(double seconds) {
        return "{\"watch_time\":" + seconds + ",\"total_duration\":600}";
    }
}
