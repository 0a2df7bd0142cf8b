package dev.playhead.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;

/// Tomcat's own errors, which no servlet ever sees: a request line or header it cannot read. Public
/// because Tomcat makes it by its name.
public final class ProblemValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        if (failure != null && response.getStatus() >= 500) {
            log.error("A request failed outside of the application", failure);
        }
        try {
            write(problem(response.getStatus()), request, response);
        } catch (IOException gone) {
            log.debug("The caller left before it could be told of an error", gone);
        }
    }

    private static void write(Problem problem, Request request, Response response) throws IOException {
        response.setStatus(problem.type().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var writer = response.getReporter();
        if (writer != null) {
            writer.write(ProblemJson.of(problem, request.getRequestURI()));
            response.finishResponse();
        }
    }

    private static Problem problem(int status) {
        return ProblemType.ofStatus(status) == ProblemType.MALFORMED
                ? Problem.malformed("The request line or a header is malformed, too long or not supported")
                : StatusProblems.of(status);
    }
}
