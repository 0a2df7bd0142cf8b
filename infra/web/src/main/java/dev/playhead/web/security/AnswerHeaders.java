package dev.playhead.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;

/// What every answer says to browsers: Security's own defaults, save what is said of caches. Answers
/// are personal, and carry an `ETag`: a browser may keep one, but asks before it shows it, and
/// another's is not its own. An answer that says otherwise itself is left as it is.
public final class AnswerHeaders implements HeaderWriter {

    private final HeaderWriter strictTransport = new HstsHeaderWriter();

    AnswerHeaders() {}

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        setWhereNone(response, "X-Content-Type-Options", "nosniff");
        setWhereNone(response, "X-XSS-Protection", "0");
        setWhereNone(response, "X-Frame-Options", "DENY");
        setWhereNone(response, HttpHeaders.CACHE_CONTROL, "private, no-cache");
        // Beside what it varies with already, such as the origin.
        response.addHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        if (request.isSecure()) {
            strictTransport.writeHeaders(request, response);
        }
    }

    private static void setWhereNone(HttpServletResponse response, String name, String value) {
        if (!response.containsHeader(name)) {
            response.setHeader(name, value);
        }
    }
}
