package dev.playhead.web.body;

import dev.playhead.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a body that says it is too large before reading any of it, and one that does not say as
/// soon as it is.
final class BodyBoundFilter extends OncePerRequestFilter {

    private final BodyBounds bounds;
    private final ProblemWriter problems;

    BodyBoundFilter(BodyBounds bounds, ProblemWriter problems) {
        this.bounds = bounds;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bound = bounds.of(request);
        if (bound.isExceededBy(request.getContentLengthLong())) {
            problems.write(bound.tooLarge(), request, response);
            return;
        }
        chain.doFilter(
                new OtherBody(
                        request,
                        body -> new BoundedBody(body, bound, () -> request.setAttribute(SlowBodyValve.TOO_SLOW, true))),
                response);
    }
}
