package dev.playhead.web.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// A problem's body. It has a mapper of its own, so that it looks the same whatever an application
/// does to its JSON; and it is pure ASCII, since Tomcat's own errors are written where no charset
/// has been agreed on.
public final class ProblemJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ProblemJson() {}

    /// @param instance the request's path, where it could be read
    public static String of(Problem problem, @Nullable String instance) {
        return MAPPER.writeValueAsString(body(problem, instance));
    }

    private static Map<String, Object> body(Problem problem, @Nullable String instance) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", problem.type().uri().toString());
        body.put("title", problem.type().title());
        body.put("status", problem.type().status());
        body.put("detail", problem.detail());
        if (instance != null) {
            body.put("instance", instance);
        }
        if (!problem.errors().isEmpty()) {
            body.put("errors", problem.errors());
        }
        var retryAfter = problem.retryAfterSeconds();
        if (retryAfter != null) {
            body.put("retry_after", retryAfter);
        }
        // Read by clients older than RFC 9457.
        body.put("success", false);
        body.put("error", problem.detail());
        return body;
    }
}
