package dev.playhead.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// The one place where an exception becomes an answer.
final class ProblemResolver implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);

    private final ExceptionProblems problems;
    private final ProblemWriter writer;

    ProblemResolver(ExceptionProblems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        answer(failure, request, response);
        return new ModelAndView();
    }

    void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response) {
        if (failure instanceof AsyncRequestNotUsableException || failure instanceof ClientAbortException) {
            return;
        }
        var problem = problems.of(failure);
        if (problem.type() == ProblemType.INTERNAL) {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        if (failure instanceof ErrorResponse standard && !response.isCommitted()) {
            standard.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        }
        write(problem, request, response);
    }

    private void write(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        try {
            writer.write(problem, request, response);
        } catch (IOException gone) {
            log.debug("The caller left before it could be told of a problem", gone);
        }
    }
}
