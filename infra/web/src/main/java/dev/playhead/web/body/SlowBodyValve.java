package dev.playhead.web.body;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/// Closes the connection of a body that was too slow. Left alone, Tomcat would read what is still to
/// come, at the caller's pace.
final class SlowBodyValve extends ValveBase {

    static final String TOO_SLOW = SlowBodyValve.class.getName();

    SlowBodyValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(TOO_SLOW) != null) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
