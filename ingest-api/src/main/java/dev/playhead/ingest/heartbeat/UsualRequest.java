package dev.playhead.ingest.heartbeat;

import dev.playhead.schemas.id.Ids;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/// What a player's report looks like from outside: a path without anything to decode, JSON in and
/// out, and no header that asks for more than an answer.
final class UsualRequest {
    /// Of the path, what stands before the video.
    private static final String BEFORE = HeartbeatController.PATH.substring(0, HeartbeatController.PATH.indexOf('{'));

    private static final String BEHIND = HeartbeatController.PATH.substring(HeartbeatController.PATH.indexOf('}') + 1);

    private static final Set<String> JSON =
            Set.of("application/json", "application/json;charset=utf-8", "application/json; charset=utf-8");

    /// Of scripts, of browsers' `fetch`, and of axios.
    private static final Set<String> TAKES_JSON =
            Set.of("application/json", "*/*", "application/json, text/plain, */*");

    private UsualRequest() {}

    /// The video, where it is such a request.
    ///
    /// @param anyOrigin whether nothing depends on the page's: browsers name it with every `POST`
    static @Nullable String video(HttpServletRequest request, boolean anyOrigin) {
        return HttpMethod.POST.name().equals(request.getMethod())
                        && request.getQueryString() == null
                        && isJson(request.getContentType())
                        && takesJson(request.getHeader(HttpHeaders.ACCEPT))
                        && (anyOrigin || request.getHeader(HttpHeaders.ORIGIN) == null)
                        && asksForNothingElse(request)
                ? video(request.getRequestURI())
                : null;
    }

    private static @Nullable String video(String path) {
        if (!path.startsWith(BEFORE) || !path.endsWith(BEHIND) || path.length() <= BEFORE.length() + BEHIND.length()) {
            return null;
        }
        String id = path.substring(BEFORE.length(), path.length() - BEHIND.length());
        return Ids.isMaterial(id) ? id : null;
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && (JSON.contains(type) || JSON.contains(type.toLowerCase(Locale.ROOT)));
    }

    private static boolean takesJson(@Nullable String types) {
        return types == null || TAKES_JSON.contains(types);
    }

    private static boolean asksForNothingElse(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.CONTENT_ENCODING) == null
                && request.getHeader(HttpHeaders.EXPECT) == null
                && request.getHeader(HttpHeaders.UPGRADE) == null;
    }
}
