package dev.playhead.query.running;

import java.util.ArrayList;
import java.util.List;

/// HTTP as somebody with a token speaks it.
public record As(Api api, String token) {
    private static final String AFTER = "Playhead-Read-After";

    /// @param headers names and values by turns
    public Answer get(String path, String... headers) {
        return api.get(path, with(headers));
    }

    /// What holds the writes that these tokens are of.
    public Answer getAfter(String path, String... written) {
        return get(path, AFTER, String.join(",", written));
    }

    public Answer post(String path, String body, String... headers) {
        return api.post(path, body, with(headers));
    }

    public Answer send(String method, String path, String body, String... headers) {
        return api.send(method, path, body, with(headers));
    }

    private String[] with(String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(List.of(headers));
        return all.toArray(String[]::new);
    }
}
