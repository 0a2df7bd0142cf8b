package dev.playhead.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Where the container sends what failed before or beside Spring MVC, in a filter for one.
@Controller
final class ProblemErrorController implements ErrorController {

    private final ProblemResolver resolver;
    private final ProblemWriter writer;

    ProblemErrorController(ProblemResolver resolver, ProblemWriter writer) {
        this.resolver = resolver;
        this.writer = writer;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = status(request);
        if (!(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure)) {
            writer.write(StatusProblems.of(status), request, response);
        } else if (status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            // The container's own exception, from within our reading of the body.
            writer.write(Problem.malformed("The body could not be read to its end"), request, response);
        } else {
            resolver.answer(failure, request, response);
        }
    }

    /// 404 for a caller who asks for the path itself: there is nothing.
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : ProblemType.NOT_FOUND.status();
    }
}
