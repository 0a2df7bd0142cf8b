package dev.playhead.web.security;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;

/// Spring's checks of a cross-origin request, with a problem where they refuse it.
final class CorsProblems extends DefaultCorsProcessor {

    private final ProblemWriter problems;

    CorsProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration rules, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (super.processRequest(rules, request, response)) {
            return true;
        }
        var detail = "The origin, method or headers are not allowed to pages of other sites (playhead.cors.origins)";
        problems.write(Problem.forbidden(detail), request, response);
        return false;
    }

    /// Left to [#processRequest], which has the request too.
    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.FORBIDDEN);
    }
}
