package dev.playhead.web.security;

import dev.playhead.web.problem.Problem;
import dev.playhead.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/// What Spring Security refuses, as problems. Nothing of the token is repeated: an answer may be
/// logged on its way.
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ProblemWriter problems;

    Refusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        switch (refusal) {
            case AuthenticationServiceException failure -> unavailable(request, response, failure);
            case OAuth2AuthenticationException invalid ->
                unauthorized(request, response, "Bearer error=\"invalid_token\"", InvalidTokens.detail(invalid));
            default -> unauthorized(request, response, "Bearer", "A bearer token is needed (Authorization: Bearer …)");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        problems.write(Problem.forbidden("The caller may not do this"), request, response);
    }

    private void unauthorized(HttpServletRequest request, HttpServletResponse response, String challenge, String detail)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        problems.write(Problem.unauthorized(detail), request, response);
    }

    /// The identity provider's keys cannot be had: that says nothing about the token.
    private void unavailable(
            HttpServletRequest request, HttpServletResponse response, AuthenticationServiceException failure)
            throws IOException {
        log.warn("Tokens cannot be checked: {}", failure.getMessage());
        problems.write(Problem.unavailable("Tokens cannot be checked now", RETRY_AFTER), request, response);
    }
}
