package dev.playhead.web.access;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Each request as an event of the log like any other, with the field names of ECS. Tomcat tells it
/// of those too that it could not read. There is nothing in it of headers, bodies or the query: a
/// token could be there.
final class AccessLogValve extends ValveBase implements AccessLog {

    private static final Logger log = LoggerFactory.getLogger("dev.playhead.access");

    AccessLogValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    @Override
    public void log(Request request, Response response, long nanos) {
        var method = shown(request.getMethod());
        var path = shown(request.getRequestURI());
        log.atInfo()
                .addKeyValue("http.request.method", method)
                .addKeyValue("url.path", path)
                .addKeyValue("http.response.status_code", response.getStatus())
                .addKeyValue("http.response.body.bytes", response.getBytesWritten(false))
                .addKeyValue("event.duration", nanos)
                .addKeyValue("client.address", shown(request.getRemoteAddr()))
                .log("{} {} {}", method, path, response.getStatus());
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // Spring's filter has put the client's address right before a request gets here.
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }

    /// A request line that could not be read has none.
    private static String shown(@Nullable String part) {
        return part == null ? "-" : part;
    }
}
