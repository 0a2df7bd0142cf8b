package dev.playhead.ingest.heartbeat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// A batch as it comes.
///
/// @param encoding of the body, as `Content-Encoding` says
/// @param isLines whether each heartbeat is a line, and not an element of one array
record BatchRequest(InputStream body, @Nullable String encoding, boolean isLines) {
    private static final MediaType LINES = MediaType.valueOf(BatchReader.NDJSON);

    static BatchRequest of(HttpServletRequest request) throws IOException {
        return new BatchRequest(
                request.getInputStream(),
                request.getHeader(HttpHeaders.CONTENT_ENCODING),
                LINES.includes(MediaType.valueOf(request.getContentType())));
    }
}
