package dev.playhead.bench.projection;

import dev.playhead.bench.load.Http;
import dev.playhead.bench.stack.Stack;
import dev.playhead.local.parts.Ports.Listener;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many rows query-api has written, by its own count: of a batch the last change of each key.
record RowsWritten(Http http, Stack stack) {
    private static final Pattern PUT = Pattern.compile(
            "^playhead_projection_rows_total\\{[^}]*change=\"put\"[^}]*topic=\"progress\"[^}]*} (\\S+)$",
            Pattern.MULTILINE);

    double now() throws IOException, InterruptedException {
        String metrics = http.get(stack.url(Listener.QUERY_MANAGEMENT) + "/actuator/prometheus", "none");
        Matcher put = PUT.matcher(metrics);
        if (!put.find()) {
            throw new IOException("query-api does not say how many rows it has written");
        }
        return Double.parseDouble(put.group(1));
    }
}
