package dev.playhead.ingest;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Bodies of requests.
public final class Bodies {
    private Bodies() {}

    /// A course of one chapter with videos of 600 s.
    public static String course(String title, String... videos) {
        String materials = Arrays.stream(videos)
                .map(id -> "{\"id\":\"" + id + "\",\"kind\":\"VIDEO\",\"title\":\"" + id + "\",\"duration\":600}")
                .collect(Collectors.joining(","));
        return "{\"title\":\"" + title + "\",\"chapters\":[{\"id\":\"c1\",\"title\":\"One\",\"materials\":[" + materials
                + "]}]}";
    }

    public static String watched(double seconds) {
        return "{\"watch_time\":" + seconds + ",\"total_duration\":600}";
    }
}
